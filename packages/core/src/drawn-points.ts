import { num, sum, tensor, type Axis, type Expr, type Matrix, type Vec } from '@ganglion/calculus'
import type { Generator } from './generator.ts'
import type { MixtureForm } from './measure.ts'
import type { Random } from './player.ts'
import { PlanError } from './plan-error.ts'
import type { Shapes, Sizes, Symbols, Words } from './state.ts'
import { authored, mapValues, playerSymbols, shapeOf, sharedAxis } from './symbols.ts'
import { array } from '@ganglion/calculus'

/** Draws of each component where nobody says how many. */
export const defaultDraws = 32

/** Names of the arrays that draws bring: standard normal numbers, and the component that each belongs to (1 there, else 0). */
const names = { draw: 'draw', component: 'component' } as const

/**
 * A generator of mixtures that answers as points: `draws` reparameterised draws of every component, m_j + s z_n, each of mass
 * w_j / draws. The z_n are standard normal, drawn once for each member and kept, so the law moves smoothly with its
 * parameters and everything is derived as it is of any points. An error of about s / sqrt(draws) remains.
 * Source: Kingma and Welling 2014, sec. 2.4.
 */
export function asPoints(plugin: Generator): Generator {
  const own = Object.keys(plugin.sizes)
  const apart = (sizes: Sizes): Sizes => Object.fromEntries(own.map((name) => [name, sizes[name]!]))
  return {
    ...plugin,
    sizes: { ...plugin.sizes, draws: defaultDraws },
    fixed: (axes: Readonly<Record<string, Axis>>, words: Words): Shapes => {
      const sizes = mapValues(axes, ({ size }) => size)
      const [component] = mixtureOf(plugin, apart(sizes), words).means.axes
      const points = pointsAxis(component.size, sizes['draws']!)
      return {
        ...plugin.fixed?.(axes, words),
        [names.draw]: [points],
        [names.component]: [points, component],
      }
    },
    initial: (random: Random, sizes: Sizes, words: Words) => {
      const start = plugin.initial(random, apart(sizes), words)
      const components = mixtureOf(plugin, apart(sizes), words).means.size
      return { ...start, ...drawn(random, components, sizes['draws']!) }
    },
    measure: (state: Symbols, noise: Symbols, settings: object) => {
      const law = requireMixture(plugin, plugin.measure(state, noise, settings))
      const { draws } = settings as { readonly draws: number }
      return spread(law, state[names.draw] as Vec, state[names.component] as Matrix, draws)
    },
  }
}

/** The points of a mixture, by its draws and whose they are. */
function spread(law: MixtureForm, draw: Vec, component: Matrix, draws: number) {
  const [points, components] = component.axes
  const belongs = (n: Parameters<Vec>[0], of: Vec): Expr =>
    sum(components, (j) => component(n, j).times(of(j)))
  return {
    kind: 'points' as const,
    positions: tensor([points, sharedAxis('dimensions', 1)], (n) =>
      belongs(n, law.means).plus(law.deviation.times(draw(n))),
    ),
    masses: tensor([points], (n) => belongs(n, law.weights).times(num(1).over(draws))),
  }
}

/** Draws of one member, those of the first component first. */
function drawn(random: Random, components: number, draws: number) {
  const count = components * draws
  return {
    [names.draw]: Array.from({ length: count }, () => random.normal()),
    [names.component]: Array.from({ length: count * components }, (_, cell) =>
      Math.floor(cell / components / draws) === cell % components ? 1 : 0,
    ),
  }
}

const pointsAxis = (components: number, draws: number): Axis =>
  sharedAxis('points', components * draws)

/** The law that a generator of these sizes and words produces. */
function mixtureOf(plugin: Generator, sizes: Sizes, words: Words): MixtureForm {
  return requireMixture(plugin, lawAt(plugin, sizes, words))
}

function lawAt(plugin: Generator, sizes: Sizes, words: Words): ReturnType<Generator['measure']> {
  const symbols = playerSymbols({ plugin, sizes, options: words })
  const noise = mapValues(plugin.noise?.(symbols.axes) ?? {}, (shape, name) =>
    array(`noise.${name}`, shapeOf(name, shape), { stage: 'draw' }),
  )
  return plugin.measure(authored(symbols.state), authored(noise), symbols.settings)
}

/** Whether a generator of these sizes and words answers with a mixture. */
export const isOfMixtures = (plugin: Generator, sizes: Sizes, words: Words): boolean =>
  lawAt(plugin, sizes, words).kind === 'mixture'

function requireMixture(plugin: Generator, law: ReturnType<Generator['measure']>): MixtureForm {
  if (law.kind === 'mixture') return law
  throw new PlanError(
    `generator ${plugin.name} answers with points already: expected a generator of mixtures to draw from`,
  )
}
