import { PluginError, textOf, type Frame, type Plan, type Signal } from '@ganglion/core'
import { criticOnLine } from 'ganglion'
import { bounded, TooLong } from './bounded.ts'
import type { CriticCurve } from './feed.ts'

/** Points of the curve: about one per dot of a wide pane. */
const count = 161
/** Deviations beyond the outermost mean that are shown. */
const reach = 3.5

/** Draws the critic of member 0 as it is in a frame, under the options of this moment. */
export type CriticSketch = (
  frame: Frame,
  options: Readonly<Record<string, number>>,
) => CriticCurve | null

/** How long a critic may take to be written down for the curve, in milliseconds, and what puts things right after it took longer. */
export interface SketchLimit {
  readonly ms: number
  readonly brokenOff: () => void
}

/**
 * A sketch that a critic cannot hurt: one that throws or does not come back is given up, and `tell` hears why, once. The run
 * needs no curve, so it goes on.
 */
export function carefulSketch(
  plan: Plan,
  limit: SketchLimit,
  tell: (fault: string) => void,
): CriticSketch {
  const attempt = attempting(limit, tell)
  const sketch = attempt(() => bounded(() => criticSketch(plan), limit.ms))
  return (frame, options) => (sketch ? attempt(() => sketch(frame, options)) : null)
}

/** Calls that may fail: null when one does, after `tell` has heard why. After a failure nothing more is called. */
export function attempting(
  { brokenOff }: SketchLimit,
  tell: (fault: string) => void,
): <T>(call: () => T) => T | null {
  let failed = false
  return (call) => {
    if (failed) return null
    try {
      return call()
    } catch (cause) {
      failed = true
      if (cause instanceof TooLong) brokenOff()
      tell(faultOf(cause))
      return null
    }
  }
}

/** What a critic did instead of being drawn. */
function faultOf(cause: unknown): string {
  if (cause instanceof TooLong) return `critic: ${cause.message}`
  const located = cause instanceof PluginError && cause.cause !== undefined
  return `critic threw: ${textOf(located ? cause.cause : cause)}`
}

/** Compiles the critic once; null at every frame where the sample space is not the line. */
function criticSketch(plan: Plan): CriticSketch {
  const critic = dimensionsOf(plan) === 1 ? criticOnLine(plan, count) : null
  if (!critic) return () => null
  return (frame, options) => {
    const range = rangeOf(frame)
    if (!range) return null
    const step = (range.high - range.low) / (count - 1)
    const x = Array.from({ length: count }, (_, k) => range.low + k * step)
    const state = record(critic.state, (name) => list(frame, `discriminator.${name}`))
    const numbers = record(critic.options, (name) => options[`discriminator.${name}`]!)
    return { ...range, values: [...critic.at(x, state, numbers)] }
  }
}

/** Numbers of a point of the sample space. */
export function dimensionsOf({ target, discriminator, generator }: Plan): number {
  if (target.kind === 'points') return target.positions[0]?.length ?? 1
  return discriminator.sizes['dimensions'] ?? generator.sizes['dimensions'] ?? 1
}

/** What both laws cover; null while that is no range of finite numbers. */
function rangeOf(frame: Frame): { readonly low: number; readonly high: number } | null {
  const ends = ['target', 'generator'].flatMap((owner) => {
    const spread = reach * (list(frame, `${owner}.deviation`)[0] ?? 0)
    return list(frame, `${owner}.means`).flatMap((mean) => [mean - spread, mean + spread])
  })
  const points = [...list(frame, 'target.positions'), ...list(frame, 'generator.positions')]
  const all = [...ends, ...points].filter(Number.isFinite)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  if (!(high > low)) return null
  const margin = ends.length > 0 ? 0 : (high - low) / 10
  return { low: low - margin, high: high + margin }
}

/** A signal of member 0; empty when the frame lacks it. */
export function list({ members, signals }: Frame, name: string): readonly number[] {
  const signal: Signal | undefined = signals[name]
  if (!signal) return []
  return Array.from({ length: signal.cells }, (_, cell) => signal.numbers[cell * members]!)
}

/** What is found for every name. */
export function record<T>(names: readonly string[], of: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)]))
}
