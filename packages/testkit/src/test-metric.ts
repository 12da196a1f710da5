import type { Metric, Observation } from '@ganglion/core'
import { Finding, type Case } from './case.ts'
import { check } from './check.ts'
import { definitionCases } from './definition-cases.ts'
import { mistakesOnce } from './mistakes-once.ts'
import { difference } from './same-bits.ts'
import { synthetic } from './synthetic.ts'
import { onFrozenInput, spoilt, watched, without } from './told.ts'
import { withoutChance } from './without-chance.ts'

/** What a metric's suite may be told beforehand. */
export interface MetricSuite {
  /**
   * Observations of games of one size, each with every signal that the metric needs, on which it can tell. Without them the
   * suite makes some from the names of the signals.
   */
  readonly observations?: readonly Observation[]
  /** Needed signals that it can do without: no NaN is asked for when one of them is missing. */
  readonly optional?: readonly string[]
}

type Answer = ReturnType<Metric['number']>

/**
 * The conformance suite of a metric: it is well formed, reads only what it needs, writes exactly its signals with
 * constant lengths, says NaN where it cannot tell, and is a pure function of one observation.
 */
export function testMetric(metric: Metric, options: MetricSuite = {}): readonly Case[] {
  const who = `metric ${metric.name}`
  const games = options.observations
    ? [options.observations]
    : [2, 1, 3].map((cells) => synthetic(metric.needs, [cells, cells, cells, cells]))
  const all = games.flat()
  const ask = (observation: Observation, read = new Set<string>(), before?: Answer): Answer =>
    withoutChance(who, () =>
      onFrozenInput(who, () =>
        metric.number(watched(structuredClone(observation), read), Object.freeze(before)),
      ),
    )
  const fail = (message: string): never => {
    throw new Finding(`${who} ${message}`)
  }
  return mistakesOnce([
    ...definitionCases(metric, 'metric', ['number']),
    check('definition: needs and signals', () => wellFormed(metric, fail)),
    check('reads the signals that it needs, and no other', () => {
      const read = new Set<string>()
      for (const observation of all) ask(observation, read)
      for (const name of read)
        if (!metric.needs.includes(name))
          fail(
            `reads '${name}', which is not among its needs: add it there, so that a plan can be refused that lacks it.`,
          )
      for (const name of metric.needs)
        if (!read.has(name))
          fail(
            `needs '${name}' and never reads it: take it out of needs, or pass \`observations\` in which it is read.`,
          )
    }),
    check('writes exactly its signals, numbers or lists of constant length', () => {
      for (const game of games) {
        const lengths = new Map<string, number>()
        for (const observation of game) checkAnswer(metric, ask(observation), lengths, fail)
      }
    }),
    check('a game that is played again gives the same, told what was written', () => {
      for (const game of games) {
        const lengths = new Map<string, number>()
        const played = (): readonly Answer[] => {
          let before: Answer | undefined
          return game.map((observation) => {
            const answer = ask(observation, new Set(), before)
            if (metric.remembers) before = answer
            return answer
          })
        }
        const first = played()
        for (const answer of first) checkAnswer(metric, answer, lengths, fail)
        same(
          first,
          played(),
          'answers differently when a game is played again: it keeps something elsewhere than in its signals',
          fail,
        )
      }
    }),
    check('gives the same answer again, and changes nothing that it was given', () => {
      for (const observation of all)
        same(ask(observation), ask(observation), 'gives two answers to one observation', fail)
    }),
    check('does not care which member comes first', () => {
      const forth = all.map((observation) => ask(observation))
      const back = all
        .toReversed()
        .map((observation) => ask(observation))
        .toReversed()
      same(
        forth,
        back,
        'answers differently when the members come in another order: it keeps something between calls',
        fail,
      )
    }),
    check('bears NaN and infinite numbers, and keeps the length of its lists', () => {
      for (const game of games) {
        const lengths = new Map<string, number>()
        for (const observation of game) checkAnswer(metric, ask(observation), lengths, fail)
        for (const name of metric.needs)
          for (const by of [NaN, Infinity, -Infinity])
            checkAnswer(
              metric,
              bearing(() => ask(spoilt(game[0]!, name, by)), `${name} = ${by}`, fail),
              lengths,
              fail,
            )
      }
    }),
    check('says NaN where a signal is missing', () => {
      for (const name of metric.needs.filter((need) => !options.optional?.includes(need))) {
        const answer = bearing(() => ask(without(all[0]!, name)), `'${name}' is missing`, fail)
        checkAnswer(metric, answer, new Map(), fail)
        if (Object.values(answer).some((value) => ![value].flat().some(Number.isNaN)))
          fail(
            `gives ${show(answer)} although '${name}' is missing: write NaN for what it cannot tell.`,
          )
      }
    }),
  ])
}

function wellFormed(metric: Metric, fail: (message: string) => never): void {
  if (metric.signals.length === 0) fail('writes no signal: name at least one in signals.')
  for (const key of ['needs', 'signals'] as const)
    if (new Set(metric[key]).size !== metric[key].length) fail(`names a signal twice in ${key}.`)
}

/** What it answers to a bad observation; what it throws is a finding. */
function bearing(ask: () => Answer, when: string, fail: (message: string) => never): Answer {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Finding) throw error
    return fail(
      `throws when ${when} (${String(error)}): a diverged member must not end the others. Write NaN instead.`,
    )
  }
}

function checkAnswer(
  { signals }: Metric,
  answer: Answer,
  lengths: Map<string, number>,
  fail: (message: string) => never,
): void {
  const got = Object.keys(answer)
  for (const name of got)
    if (!signals.includes(name))
      fail(`writes '${name}', which is not among its signals ${show(signals)}.`)
  for (const name of signals) {
    const value = answer[name]
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (!Object.hasOwn(answer, name))
      fail(`does not write '${name}', one of its signals; it wrote ${show(got)}.`)
    if (list.length === 0 || list.some((number) => typeof number !== 'number'))
      fail(
        `writes ${show(value)} for '${name}': expected a number or a list of numbers that is not empty.`,
      )
    const before = lengths.get(name) ?? list.length
    if (before !== list.length)
      fail(
        `writes ${list.length} numbers for '${name}' after ${before} in the same game: fill a list of constant length with NaN.`,
      )
    lengths.set(name, list.length)
  }
}

function same(a: unknown, b: unknown, what: string, fail: (message: string) => never): void {
  const where = difference(a, b)
  if (where !== null) fail(`${what} (first at ${where}).`)
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)
