import {
  array,
  gradient,
  substitute,
  symbolOf,
  tensor,
  type Expr,
  type Program,
  type Vec,
} from '@ganglion/calculus'
import { affine } from './affine.ts'
import type { DiscriminatorPrograms } from './assemble-discriminator.ts'
import { zip } from './assemble-generator.ts'
import { assemblePayoff, type Laws } from './assemble-payoff.ts'
import type { Plan } from './game.ts'
import type { Pushed } from './growth.ts'
import type { MeasureForm } from './measure.ts'
import { PlanError } from './plan-error.ts'
import { authored, lawOf, mapValues, type PlayerSymbols } from './symbols.ts'

/** What a state that grows needs beside the answers of all discriminators. */
export interface GrowthPrograms {
  /** -> `target`, `generated`: d payoff / d D at each place of the two laws. Reads what `respond` reads. */
  readonly shares: Program
  /** -> `critique.*`: the total derivative of the loss after so many steps of a copy. Reads what `respond` reads, and `rate`. */
  readonly ahead: (steps: number) => Program
}

type Game = Pick<Plan, 'discriminator' | 'objective' | 'regularisers'>

/** Derives how a state grows from the objective; null for families whose states do not. Refuses what cannot work. */
export function assembleGrowth(
  plan: Game,
  programs: DiscriminatorPrograms,
  coordinates: readonly string[],
): GrowthPrograms | null {
  const { plugin } = plan.discriminator
  if (!plugin.advance) return null
  refuseRegularisers(plan)
  const { laws, respond } = programs
  const sides = sidesOf(plan, programs.symbols, laws)
  const outputs = mapValues(sides, ({ shares }) => shares)
  const made = new Map<number, Program>()
  const ahead = (steps: number): Program => {
    const found = made.get(steps) ?? assembleAhead(plan, programs, sides, coordinates, steps)
    made.set(steps, found)
    return found
  }
  return {
    shares: {
      name: `${plugin.name}.shares`,
      inputs: respond.inputs,
      outputs: zip(Object.keys(outputs), Object.values(outputs)),
    },
    ahead,
  }
}

type Sides = Readonly<Record<'target' | 'generated', Pushed<MeasureForm, Vec>>>

function sidesOf({ discriminator, objective }: Game, symbols: PlayerSymbols, laws: Laws): Sides {
  const state = authored(symbols.state)
  const critic = (x: Vec): Expr => discriminator.plugin.critic(x, state, symbols.settings)
  const side = (law: MeasureForm, f: (value: Expr) => Expr): Pushed<MeasureForm, Vec> => {
    const value = array('value', [])
    // A mixture is judged by an affine f only: its slope is a constant, and no value of D is needed.
    const [slope] = gradient((law.kind === 'points' ? f : affine(f))(value), [value])
    const masses = law.kind === 'points' ? law.masses : law.weights
    const shares = tensor(masses.axes, (n) => {
      const here =
        law.kind === 'points' ? substitute(slope as Expr, value, critic(law.positions(n))) : slope
      return masses(n).times(here as Expr)
    })
    return { law, shares }
  }
  return {
    target: side(lawOf(laws.targetKind, laws.target), objective.f),
    generated: side(lawOf(laws.kind, laws.generated), objective.g),
  }
}

function assembleAhead(
  plan: Game,
  { symbols, laws, respond, critiqueOf }: DiscriminatorPrograms,
  sides: Sides,
  coordinates: readonly string[],
  steps: number,
): Program {
  const { plugin } = plan.discriminator
  if (!plugin.ahead)
    throw new PlanError(
      `discriminator ${plugin.name} grows and cannot look ahead: it has no \`ahead\`, the critic after k steps in closed form. Write it, or use a dynamics that does not look ahead.`,
    )
  refuseCurved(plan)
  const rate = array('rate', [])
  const later = plugin.ahead(authored(symbols.state), { ...sides, rate, steps }, symbols.settings)
  const { mixture, ridge } = later
  const then = {
    ...plugin,
    critic: (x: Vec): Expr => later.critic(x),
    expectation: mixture ? { mixture: (law: never, f: never) => mixture(law, f) } : {},
    ridge: ridge && (() => ridge),
  }
  const discriminator = { ...plan.discriminator, plugin: then as typeof plugin }
  const critique = critiqueOf(assemblePayoff({ ...plan, discriminator }, symbols, laws).loss)
  return {
    name: `${plugin.name}.ahead-${steps}`,
    inputs: [...respond.inputs, symbolOf(rate)],
    outputs: zip(
      coordinates.map((name) => `critique.${name}`),
      coordinates.map((name) => critique[name]!),
    ),
  }
}

function refuseRegularisers({ discriminator, regularisers }: Game): void {
  if (regularisers.length === 0) return
  const names = regularisers.map((r) => r.plugin.name).join(', ')
  throw new PlanError(
    `discriminator ${discriminator.plugin.name} ascends in function space and knows no step along the slope of ${names}: leave the regulariser out (it has a ridge of its own), or use a discriminator with parameters, e.g. features.`,
  )
}

function refuseCurved({ discriminator, objective }: Game): void {
  try {
    affine(objective.f)
    affine(objective.g)
  } catch (cause) {
    if (!(cause instanceof PlanError)) throw cause
    throw new PlanError(
      `discriminator ${discriminator.plugin.name} looks ahead in closed form where the objective is affine, and ${objective.name} is curved. Use an affine one (mean-difference), or a dynamics that does not look ahead.`,
    )
  }
}
