import {
  PlanError,
  settledWords,
  type ChosenPlayer,
  type Discriminator,
  type MeasureKind,
  type MeasureValues,
  type Shapes,
  type Values,
} from '@ganglion/core'
import type { ToldKinds } from './negotiate.ts'
import type { Problem } from './problem.ts'

/**
 * Why a discriminator has no best answer against laws of these kinds, which it says by a PlanError: asked while planning,
 * with the simplest laws there are. What it throws otherwise depends on the laws, and is left to who plays it.
 */
export function refusedBest(
  dynamics: string,
  discriminator: ChosenPlayer<Discriminator>,
  kinds: ToldKinds,
  dimensions: number,
): Problem | null {
  const { plugin, sizes, options } = discriminator
  // Against mixtures every best answer is known; nobody is asked for nothing.
  if (kinds.target === 'mixture' && kinds.generator === 'mixture') return null
  const [target, generated] = [kinds.target, kinds.generator].map((kind) =>
    simplest(kind, dimensions),
  )
  try {
    plugin.best?.(target!, generated!, nothing(discriminator), { ...sizes, ...options })
    return null
  } catch (error) {
    if (!(error instanceof PlanError)) return null
    const message = `dynamics ${dynamics} needs \`best\` of discriminator ${plugin.name}, which is told ${named(kinds.target)} for the target and ${named(kinds.generator)} for the generator: ${error.message}`
    return { path: blamed(kinds), message }
  }
}

const named = (kind: MeasureKind): string => (kind === 'points' ? kind : 'a mixture')

/** Where the law stands that is no mixture; both being mixtures, it is the discriminator that refuses. */
function blamed({ target, generator }: ToldKinds): string {
  if (target === 'points') return 'target'
  return generator === 'points' ? 'generator' : 'discriminator'
}

/** All mass at the origin, or around it. */
function simplest(kind: MeasureKind, dimensions: number): MeasureValues {
  const origin = Array.from({ length: dimensions }, () => 0)
  return kind === 'points'
    ? { kind, positions: [origin], masses: [1] }
    : { kind, weights: [1], means: [0], deviation: 1 }
}

/** A state of zeros. */
function nothing({ plugin, sizes, options }: ChosenPlayer<Discriminator>): Values {
  const axes = Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [name, { name, size }]),
  )
  const words = settledWords(plugin.options, options)
  const shapes: Shapes = {
    ...plugin.parameters(axes, words),
    ...plugin.memory?.(axes, words),
    ...plugin.fixed?.(axes, words),
  }
  const cells = (shape: Shapes[string]): number =>
    shape.reduce<number>((n, extent) => n * (typeof extent === 'number' ? extent : extent.size), 1)
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      Array.from({ length: cells(shape) }, () => 0),
    ]),
  )
}
