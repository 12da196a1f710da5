import type { Detector, DueStep, Measurement, Observation, Plan, Trace } from '@ganglion/core'
import { freezeDeep } from './freeze.ts'
import { guardPlugin, sound } from './guard-plugin.ts'

/** How plugin code is watched. */
export interface Guarding {
  readonly trace?: Trace | undefined
  /** Freeze what plugin code is given, so that one that changes its input is found where it does. */
  readonly frozen?: boolean | undefined
}

/** Plans and parts of them that nobody traces, as they are guarded. */
const known = new WeakMap<object, unknown>()

/** Guards a plan or a part of it; where nobody traces, the same one once. */
function once<Part extends object>(
  part: Part,
  { trace, frozen }: Guarding,
  guard: (part: Part) => Part,
): Part {
  if (trace || frozen) return guard(part)
  const guarded = (known.get(part) as Part | undefined) ?? guard(part)
  known.set(part, guarded)
  return guarded
}

/**
 * A plan whose plugins tell the trace where they run, and whose mistakes while a game is prepared are located. Where
 * nobody traces, plans that share a part share the guarded part: what follows from formulas is derived once.
 */
export function guardPlan(plan: Plan, guarding: Guarding): Plan {
  return once(plan, guarding, () => guardedPlan(plan, guarding))
}

function guardedPlan(plan: Plan, guarding: Guarding): Plan {
  const { trace, frozen = false } = guarding
  const chosen = <C extends { readonly plugin: object }>(one: C, kind: string): C =>
    once(one, guarding, () => ({ ...one, plugin: guardPlugin(kind, one.plugin as Named, trace) }))
  const plugin = <P extends Named>(one: P, kind: string): P =>
    once(one, guarding, () => guardPlugin(kind, one, trace))
  const discriminator = chosen(plan.discriminator, 'discriminator')
  const { best } = discriminator.plugin
  return {
    ...plan,
    generator: chosen(plan.generator, 'generator'),
    discriminator:
      best && frozen
        ? {
            ...discriminator,
            plugin: {
              ...discriminator.plugin,
              best: (...given) => best(...(freezeDeep(given) as typeof given)),
            },
          }
        : discriminator,
    objective: plugin(plan.objective, 'objective'),
    optimizer: plugin(plan.optimizer, 'optimizer'),
    regularisers: once(plan.regularisers, guarding, (all) =>
      all.map((one) => chosen(one, 'regulariser')),
    ),
    dynamics: chosen(plan.dynamics, 'dynamics'),
    metrics: frozen
      ? plan.metrics.map((metric) => ({
          ...metric,
          number: (seen: Observation, before?: Measurement, due?: DueStep) =>
            metric.number(
              freezeDeep(seen) as Observation,
              freezeDeep(before) as Measurement | undefined,
              // A copy already, and the plan besides.
              due,
            ),
        }))
      : plan.metrics,
    detectors: plan.detectors.map((detector) => guardDetector(detector, guarding)),
  }
}

type Named = { readonly name: string }

/** `next` is what all frames go through: it is written out, and throws as it is, for the fold knows the member. */
function guardDetector(detector: Detector, { trace, frozen = false }: Guarding): Detector {
  const id = `detector:${detector.name}`
  const next: Detector['next'] = (memory, observation) => {
    const answer = detector.next(memory, observation)
    // A list is no promise, and almost every answer is one.
    return Array.isArray(answer) ? answer : sound(answer, Array.isArray)
  }
  const guarded = { ...guardPlugin('detector', detector, trace), next }
  if (!trace && !frozen) return guarded
  const [plugin, port] = trace ? [trace.name(id), trace.name('next')] : [0, 0]
  return {
    ...guarded,
    next: (memory, observation) => {
      if (frozen) freezeDeep(observation)
      trace?.enter(plugin, port, observation.step)
      try {
        return next(memory, observation)
      } finally {
        trace?.leave()
      }
    },
  }
}
