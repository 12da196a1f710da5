import { axesOf } from '@ganglion/calculus'
import {
  counted,
  isList,
  nothingReturned,
  toldValues,
  type Discriminator,
  type Generator,
  type Values,
} from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'
import { describe } from './definition-cases.ts'
import { playerBench, randomOf, type PlayerBench } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { difference } from './same-bits.ts'
import { withoutChance } from './without-chance.ts'

type Player = Discriminator | Generator

/** The start of a player: right arrays, right lengths at any size, finite numbers, the same again from the same stream. */
export function initialCases(plugin: Player, suite: PlayerSuite): readonly Case[] {
  const draw = (bench: PlayerBench<Player>): Values =>
    plugin.initial(
      randomOf(0),
      Object.freeze({ ...bench.chosen.sizes }),
      Object.freeze({ ...bench.symbols.words }),
    )
  return [
    check('initial: every array, and the right number of numbers', () => {
      for (const sizes of sizesAround(plugin, suite)) {
        const bench = playerBench(plugin, { ...suite, sizes })
        refuseCounts(bench, draw(bench))
      }
    }),
    check('initial: finite numbers', () => {
      for (const [name, values] of Object.entries(draw(playerBench(plugin, suite))))
        values.forEach((x, k) =>
          expectThat(
            Number.isFinite(x),
            () => `initial: ${name}[${k}] is ${describe(x)}: expected a finite number`,
          ),
        )
    }),
    check('initial: the same numbers from the same stream', () => {
      const bench = playerBench(plugin, suite)
      withoutChance(`initial of ${plugin.name}`, () => draw(bench))
      const at = difference(draw(bench), draw(bench))
      expectThat(
        at === null,
        () =>
          `initial: ${at} differs between two calls with the same stream: draw only from the random that it is given, keep nothing between calls`,
      )
    }),
  ]
}

/** The sizes as they are, and each of them one greater: they are the user's to set. */
function sizesAround({ sizes: declared }: Player, { sizes }: PlayerSuite) {
  const here = { ...declared, ...sizes }
  return [here, ...Object.keys(here).map((name) => ({ ...here, [name]: here[name]! + 1 }))]
}

function refuseCounts({ cells, symbols, chosen }: PlayerBench<Player>, drawn: Values): void {
  const sizes = Object.entries(chosen.sizes).map(([name, size]) => `${name} ${size}`)
  const at = sizes.length > 0 ? ` (sizes: ${sizes.join(', ')})` : ''
  expectThat(typeof drawn === 'object' && drawn !== null, () =>
    drawn === undefined
      ? `initial returned nothing: ${nothingReturned}`
      : `initial: expected numbers by array, got ${describe(drawn)}`,
  )
  for (const [name, count] of Object.entries(cells)) {
    const values = drawn[name]
    if (values === undefined && symbols.memory.includes(name)) continue
    const shape = axesOf(symbols.state[name]!).map(({ name: axis, size }) => `${axis} ${size}`)
    expectThat(
      isList(values) && values.length === count,
      () =>
        `initial: wrong parameter count: ${name} expected ${counted(count)} (${shape.join(' x ') || 'a scalar'}), got ${toldValues(values)}${at}`,
    )
  }
  for (const name of Object.keys(drawn)) {
    expectThat(
      name in cells,
      () =>
        `initial: ${name} is no declared array; declared are ${Object.keys(cells).join(', ')}: declare it under parameters, memory or fixed, or leave it out`,
    )
  }
}
