import { array, type Axis } from '@ganglion/calculus'
import {
  mapValues,
  sharedAxis,
  type Laws,
  type MeasureKind,
  type MeasureValues,
  type Random,
} from '@ganglion/core'
import type { Numbers } from './batch.ts'

/** Sizes of the two laws of a game: small, and not equal where they need not be. */
const [targetParts, generatedParts, points] = [3, 2, 4]

/** The arrays of two laws of one kind; points stand in so many dimensions. */
export function lawsOf(kind: MeasureKind, dimensions: number): Laws {
  const axes = (parts: number): Record<string, readonly Axis[]> => {
    if (kind === 'mixture') {
      const components = sharedAxis('components', parts)
      return { weights: [components], means: [components], deviation: [] }
    }
    const all = sharedAxis('points', points)
    return { positions: [all, sharedAxis('dimensions', dimensions)], masses: [all] }
  }
  return {
    kind,
    targetKind: kind,
    generated: mapValues(axes(generatedParts), (over, name) => array(`measure.${name}`, over)),
    target: mapValues(axes(targetParts), (over, name) => array(`target.${name}`, over)),
  }
}

/** Two laws drawn at random, as numbers under `measure.` and `target.`. */
export function drawLaws(kind: MeasureKind, dimensions: number, random: Random): Numbers {
  const [generated, target] = [generatedParts, targetParts].map((parts) =>
    kind === 'mixture' ? mixture(parts, random) : cloud(dimensions, random),
  )
  const named = (prefix: string, law: Numbers) =>
    Object.entries(law).map(([name, v]): [string, ArrayLike<number>] => [`${prefix}.${name}`, v])
  return Object.fromEntries([...named('measure', generated!), ...named('target', target!)])
}

function mixture(parts: number, random: Random): Numbers {
  return {
    weights: shares(parts, random),
    means: Array.from({ length: parts }, () => random.uniform(-2, 2)),
    deviation: [random.uniform(0.5, 1.5)],
  }
}

function cloud(dimensions: number, random: Random): Numbers {
  return {
    positions: Array.from({ length: points * dimensions }, () => random.uniform(-2, 2)),
    masses: shares(points, random),
  }
}

/** Positive numbers that sum to 1. */
function shares(parts: number, random: Random): number[] {
  const drawn = Array.from({ length: parts }, () => random.uniform(0.5, 1.5))
  const total = drawn.reduce((a, b) => a + b, 0)
  return drawn.map((share) => share / total)
}

/** A law in the form that `best` meets, from the numbers under a prefix. Frozen through and through. */
export function valuesOf(kind: MeasureKind, prefix: string, numbers: Numbers): MeasureValues {
  const at = (name: string): readonly number[] =>
    Object.freeze(Array.from(numbers[`${prefix}.${name}`]!))
  if (kind === 'mixture')
    return Object.freeze({
      kind,
      weights: at('weights'),
      means: at('means'),
      deviation: at('deviation')[0]!,
    })
  const [masses, flat] = [at('masses'), at('positions')]
  const dimensions = flat.length / masses.length
  const rows = masses.map((_, n) => Object.freeze(flat.slice(n * dimensions, (n + 1) * dimensions)))
  return Object.freeze({ kind, masses, positions: Object.freeze(rows) })
}
