import type { Observation } from '@ganglion/core'

/** A story: the observations of one member, in the order of steps. */
export type Story = readonly Observation[]

/** Observations in a story: long enough for the usual holds of some hundred steps. */
const length = 1500

/** How a signal goes, as the two cells of a list; a signal of one number takes the second. */
const courses: Readonly<Record<string, (step: number) => readonly [number, number]>> = {
  zero: () => [0, 0],
  one: () => [1, 1],
  apart: () => [-1, 1],
  growing: (step) => [-growth[step]!, growth[step]!],
  swinging: (step) => [wave(step), wave(step)],
  fading: (step) => [fall[step]!, fall[step]!],
  rising: (step) => [step / 10, step / 10],
}

const growth = powers(1.02)
const fall = powers(0.98)

function powers(base: number): readonly number[] {
  const all: number[] = []
  for (let k = 0, value = 1; k < length; k++, value *= base) all.push(value)
  return all
}

/** A triangle between -2 and 2 of period 64. */
const wave = (step: number): number => Math.abs((step % 64) - 32) / 8 - 2

/**
 * Stories in which every one of the named signals goes its own way: all combinations of courses for up to three signals,
 * otherwise one course for most and another for each of the rest in turn.
 */
export function* storiesOf(names: readonly string[]): Generator<Story> {
  for (const chosen of choices(names.length)) {
    yield Array.from({ length }, (_, step) => ({
      step,
      signals: Object.fromEntries(
        names.map((name, k) => {
          const cells = courses[chosen[k]!]!(step)
          return [name, isScalar(name) ? cells[1] : cells]
        }),
      ),
    }))
  }
}

const isScalar = (name: string): boolean =>
  !name.includes('.') || name.startsWith('gradient.') || name.endsWith('.deviation')

function* choices(count: number): Generator<readonly string[]> {
  const all = Object.keys(courses)
  if (count <= 3) {
    yield* product(all, count)
    return
  }
  for (const most of all) {
    for (let k = 0; k < count; k++)
      for (const other of all)
        yield Array.from({ length: count }, (_, i) => (i === k ? other : most))
  }
}

function* product(all: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 0) yield []
  else for (const rest of product(all, count - 1)) for (const one of all) yield [...rest, one]
}

/** A story in which nothing is wrong: the generator is the target, distances and gradients are 0, nothing moves. */
export function perfect(names: readonly string[]): Story {
  const reading = (name: string): number | readonly number[] => {
    if (name.endsWith('.means')) return [-1, 1]
    if (name.endsWith('.weights')) return [0.5, 0.5]
    if (name.endsWith('.alive')) return [1, 1]
    if (name.endsWith('.deviation')) return 1
    return 0
  }
  const signals = Object.fromEntries(names.map((name) => [name, reading(name)]))
  return Array.from({ length }, (_, step) => ({ step, signals }))
}
