import {
  array,
  num,
  sum,
  symbolOf,
  tensor,
  type ArraySymbol,
  type Expr,
  type Leaf,
  type Vec,
} from '@ganglion/calculus'
import { slopeAt } from './slope.ts'
import type { Chosen, Plan } from './game.ts'
import type { MeasureForm, MeasureKind, PointsForm } from './measure.ts'
import { PlanError } from './plan-error.ts'
import type { Regulariser, RegulariserForm } from './regulariser.ts'
import { authored, lawOf, optionLeaves, type PlayerSymbols } from './symbols.ts'

/** The two laws as leaves, by coordinate. */
export interface Laws {
  readonly kind: MeasureKind
  readonly targetKind: MeasureKind
  readonly generated: Readonly<Record<string, Leaf<number>>>
  readonly target: Readonly<Record<string, Leaf<number>>>
}

/** The payoff, the generator's loss, and the leaves that their terms brought along. */
export interface Payoff {
  readonly payoff: Expr
  readonly loss: Expr
  readonly draws: readonly ArraySymbol[]
  readonly terms: Readonly<Record<string, Leaf<0>>>
}

/** V = E_target f(D) + E_generated g(D) - ridge - regularisers. */
export function assemblePayoff(
  plan: Pick<Plan, 'discriminator' | 'objective' | 'regularisers'>,
  symbols: PlayerSymbols,
  laws: Laws,
): Payoff {
  const { plugin } = plan.discriminator
  const { objective } = plan
  const state = authored(symbols.state)
  const critic = (x: Vec): Expr => plugin.critic(x, state, symbols.settings)
  const expect = (law: MeasureForm, f: (value: Expr) => Expr): Expr => {
    if (law.kind === 'points')
      return sum(law.masses, (q, n) => q.times(f(critic(law.positions(n)))))
    const closed = plugin.expectation?.mixture
    if (!closed)
      throw new PlanError(
        `discriminator ${plugin.name} cannot judge a mixture: it has no expectation.mixture. Write expectation.mixture, the closed form of E f(D) under normal laws (see README, bumps).`,
      )
    return closed(law, f, state, symbols.settings)
  }
  const target = lawOf(laws.targetKind, laws.target)
  const generated = lawOf(laws.kind, laws.generated)
  const fromTarget = expect(target, objective.f)
  const ridge = plugin.ridge?.(state, symbols.settings) ?? num(0)
  const { penalty, draws, terms } = regularise(plan.regularisers, critic, target, generated)
  const payoff = fromTarget.plus(expect(generated, objective.g)).minus(ridge).minus(penalty)
  const loss = objective.generator ? expect(generated, objective.generator) : payoff
  return { payoff, loss, draws, terms }
}

function regularise(
  chosen: readonly Chosen<Regulariser>[],
  critic: (x: Vec) => Expr,
  target: MeasureForm,
  generated: MeasureForm,
) {
  const draws: ArraySymbol[] = []
  const terms: Record<string, Leaf<0>> = {}
  let penalty = num(0)
  for (const { plugin, options } of chosen) {
    if (target.kind !== 'points' || generated.kind !== 'points')
      throw new PlanError(`regulariser ${plugin.name} needs points on both sides`)
    const settings = optionLeaves(plugin.options, options, `term.${plugin.name}.`)
    for (const [name, leaf] of Object.entries(settings))
      if (typeof leaf !== 'string') terms[`${plugin.name}.${name}`] = leaf
    penalty = penalty.plus(
      plugin.value(formOf(critic, target, generated, plugin.name, draws), settings),
    )
  }
  return { penalty, draws, terms }
}

function formOf(
  critic: (x: Vec) => Expr,
  target: PointsForm,
  generated: PointsForm,
  name: string,
  draws: ArraySymbol[],
): RegulariserForm {
  const [points, dimensions] = target.positions.axes
  if (points.size !== generated.positions.size) {
    throw new PlanError(
      `regulariser ${name} pairs target with generated points: expected as many of both, got ${points.size} and ${generated.positions.size}`,
    )
  }
  const mix = array(`noise.${name}`, [points], { stage: 'draw' })
  draws.push(symbolOf(mix))
  const [x, y] = [target.positions, generated.positions]
  const between = tensor([points, dimensions], (n, c) =>
    x(n, c)
      .times(mix(n))
      .plus(y(n, c).times(num(1).minus(mix(n)))),
  )
  return { critic, slope: (at) => slopeAt(critic, at), target: x, generated: y, between }
}
