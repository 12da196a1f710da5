import { array, sigmoid, softplus, square, symbolOf, type Expr } from '@ganglion/calculus'
import { authored, lawOf, PlanError, sharedAxis, type Discriminator } from '@ganglion/core'
import { mixtureDensity } from '@ganglion/numerics'
import type { Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { suiteIn } from './discriminator-bench.ts'
import { drawLaws, lawsOf } from './laws.ts'
import { playerBench, programOf, randomOf, randomStates } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { integral } from './quadrature.ts'

/** Affine functions of the critic, for which a sum of parts is always right. */
const affine: Functions = { D: (d) => d, '1 - 2 D': (d) => d.times(-2).plus(1) }

/** Functions that only the law of D can answer, not its mean. */
const curved: Functions = {
  'D squared': square,
  'softplus(-D)': (d) => softplus(d.neg()),
  'sigmoid(3 D - 1)': (d) => sigmoid(d.times(3).minus(1)),
}

type Functions = Readonly<Record<string, (d: Expr) => Expr>>

/** The closed form of E f(D) under a mixture against quadrature of f(D(x)) times the density. */
export function expectationCases(plugin: Discriminator, suite: PlayerSuite): readonly Case[] {
  if (typeof plugin.expectation?.mixture !== 'function') return []
  return [
    check('expectation.mixture: the closed form against quadrature', () => {
      for (const [name, f] of Object.entries(affine)) compare(plugin, suite, name, f, [0, 1, 2])
      // Drawn states only: a family may keep what its form relies on, e.g. intervals that do not overlap.
      // A form that refuses curved functions is honest about them.
      for (const [name, f] of Object.entries(curved))
        unlessRefused(() => compare(plugin, suite, name, f, [0, 2]))
    }),
  ]
}

/** Compares unless the plugin refuses to, with a PlanError. */
function unlessRefused(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
  }
}

function compare(
  plugin: Discriminator,
  suite: PlayerSuite,
  name: string,
  f: (d: Expr) => Expr,
  states: readonly number[],
): void {
  const bench = playerBench(plugin, suiteIn(1, plugin, suite))
  const { symbols } = bench
  const state = authored(symbols.state)
  const laws = lawsOf('mixture', 1)
  const law = lawOf('mixture', laws.generated)
  if (law.kind !== 'mixture') return
  const x = array('x', [sharedAxis('dimensions', 1)])
  const leaves = [...Object.values(symbols.state), ...Object.values(laws.generated)]
  const inputs = [...leaves.map(symbolOf), symbolOf(x), ...symbols.options]
  const closed = programOf(bench, {
    name: `${plugin.name}.expectation`,
    inputs,
    outputs: [
      { name: 'closed', tensor: plugin.expectation!.mixture!(law, f, state, symbols.settings) },
    ],
  })
  const value = programOf(bench, {
    name: `${plugin.name}.critic`,
    inputs,
    outputs: [{ name: 'value', tensor: f(plugin.critic(x, state, symbols.settings)) }],
  })
  const drawn = randomStates(bench, 3)
  states.forEach((k) => {
    const here = { ...drawn[k]!, ...drawLaws('mixture', 1, randomOf(k, 'quadrature')), x: [0] }
    const got = closed([here])[0]!['closed']![0]!
    const wanted = quadrature(here, (xs) =>
      value(xs.map((at) => ({ ...here, x: [at] }))).map((v) => v['value']![0]!),
    )
    expectThat(
      Math.abs(got - wanted) <= 1e-6 * (1 + Math.abs(wanted)),
      () =>
        `expectation.mixture: E f(D) with f(D) = ${name} is ${show(got)} by the closed form, ${show(wanted)} by quadrature of f(critic(x)) times the density, in random state ${k}: one of critic and expectation is wrong, or the form holds for affine f only: then say so with affine(f)`,
    )
  })
}

function quadrature(here: Numbers, f: (xs: readonly number[]) => readonly number[]): number {
  const [weights, means] = [here['measure.weights']!, here['measure.means']!]
  const deviation = here['measure.deviation']![0]!
  const ends = [Math.min(...Array.from(means)), Math.max(...Array.from(means))]
  const weighted = (xs: readonly number[]): readonly number[] =>
    f(xs).map((v, k) => v * mixtureDensity({ weights, means, deviation }, xs[k]!))
  return integral(weighted, ends[0]! - 10 * deviation, ends[1]! + 10 * deviation)
}
