import { wholeRead } from '@ganglion/calculus'
import type { Generator } from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { along, type Field } from './field.ts'
import {
  generatorBench,
  generatorBendField,
  pullField,
  type GeneratorBench,
} from './generator-bench.ts'
import { refuseKinks } from './kinks.ts'
import { lazily } from './lazily.ts'
import { directionLike, programOf } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { compareSlopes } from './slopes.ts'
import type { Numbers } from './batch.ts'

/** The law that a generator produces, and its derived slopes against differences. */
export function measureCases(plugin: Generator, suite: PlayerSuite): readonly Case[] {
  const kinks = suite.kinks ?? false
  const bench = lazily(() => generatorBench(plugin, suite))
  const everywhere = (run: (here: Numbers, where: string, k: number) => void): void => {
    bench()
      .places(4)
      .forEach((here, k) => run(here, `random state ${k}`, k))
    for (const [what, here] of Object.entries(bench().degenerate())) run(here, what, 9)
  }
  const compare = (field: Field): void =>
    everywhere((here, where) => compareSlopes(field, here, { kinks }, where))
  return [
    check('measure: a law (weights or masses sum to 1, deviation above 0)', () =>
      everywhere((here, where) => refuseLaw(bench(), here, where)),
    ),
    check('derivatives: pull against differences', () => compare(pullField(bench()))),
    check('derivatives: push against differences', () =>
      everywhere((here, where) => comparePush(bench(), here, where)),
    ),
    check('derivatives: bend (second derivatives) against differences', () =>
      compare(generatorBendField(bench())),
    ),
    check('derivatives: finite wherever the law is; infinite and NaN states throw nothing', () => {
      const places = [0, 0.7, -1e9, 1e9, Infinity, -Infinity, NaN].map((value) => ({
        here: bench().filledWith(value),
        what: `all cells at ${value}`,
      }))
      const { valueOf, slopesOf, moving } = pullField(bench())
      for (const { here, what } of places) {
        const [[value], [slopes]] = [valueOf([here]), slopesOf([here])]
        if (!Number.isFinite(value)) continue
        for (const [array, name] of Object.entries(moving))
          Array.from(slopes![array]!, (slope, at) =>
            expectThat(
              Number.isFinite(slope),
              () =>
                `${name}[${at}] is ${show(slope)} where the law is finite, ${what}: look for 0/0, log or sqrt at 0, or infinity times 0, and guard it with select`,
            ),
          )
      }
    }),
    ...(kinks
      ? []
      : [
          check('derivatives: no kink along random lines', () => {
            const field = pullField(bench())
            bench()
              .places(4)
              .forEach((here, k) => {
                const direction = directionLike(here, Object.keys(field.moving), k + 20)
                refuseKinks(field, here, direction, `line ${k}`)
              })
          }),
        ]),
  ]
}

function refuseLaw({ player, programs }: GeneratorBench, here: Numbers, where: string): void {
  const [law] = programOf(player, programs.measure)([here])
  const [shares, name] =
    programs.kind === 'mixture' ? [law!['weights']!, 'weights'] : [law!['masses']!, 'masses']
  const total = shares.reduce((a, b) => a + b, 0)
  // Weights that are themselves trained go where they are led.
  const free = isTrained(player, programs, name)
  expectThat(
    free || (Math.abs(total - 1) < 1e-9 && shares.every((share) => share >= 0)),
    () =>
      `measure: ${name} ${shares.map(show).join(', ')}, ${where}: expected numbers from 0 that sum to 1, they sum to ${show(total)}`,
  )
  if (programs.kind !== 'mixture') return
  const deviation = law!['deviation']![0]!
  expectThat(
    deviation > 0,
    () => `measure: deviation ${show(deviation)}, ${where}: expected a number above 0`,
  )
}

/** Whether a coordinate of the law is nothing but an array that is trained. */
function isTrained(
  { symbols }: GeneratorBench['player'],
  { measure }: GeneratorBench['programs'],
  coordinate: string,
): boolean {
  const read = wholeRead(measure.outputs.find(({ name }) => name === coordinate)!.tensor)
  return symbols.trained.some((name) => read?.name === `state.${name}`)
}

/** Every coordinate's push against the difference of that coordinate along the direction. */
function comparePush({ player, programs }: GeneratorBench, here: Numbers, where: string): void {
  const measure = programOf(player, programs.measure)
  const [pushed] = programOf(player, programs.push)([here])
  const direction = Object.fromEntries(
    player.symbols.trained.map((n) => [`state.${n}`, here[`direction.${n}`]!]),
  )
  const sizes = Object.keys(direction).flatMap((n) => Array.from(here[n]!, Math.abs))
  const widths = [1e-3, 1e-4, 1e-5, 1e-6].map((w) => w * Math.max(1, ...sizes))
  const sides = widths.map((h) => measure([along(here, direction, -h), along(here, direction, h)]))
  for (const [name, changes] of Object.entries(pushed!)) {
    changes.forEach((change, at) => {
      const slopes = sides.map(
        ([low, high], k) => (high![name]![at]! - low![name]![at]!) / (2 * widths[k]!),
      )
      const off = slopes.map((slope) => Math.abs(slope - change))
      const finite = off.filter(Number.isFinite)
      const nearest = Math.min(...finite)
      expectThat(
        finite.length === 0 || nearest <= 1e-5 * (1 + Math.abs(change)),
        () =>
          `push of ${name}[${at}]: derived ${show(change)}, central difference ${show(slopes[off.indexOf(nearest)]!)}, ${where}: look for a step or a kink of the measure here, or a plain number computed outside the expression`,
      )
    })
  }
}
