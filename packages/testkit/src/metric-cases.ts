import { bearing, checkAnswer, same, show, type Answer, type MetricTrial } from './metric-trial.ts'
import { spoilt, without } from './told.ts'

/** At least one signal, and none of them twice. */
export function wellFormed({ metric, fail }: MetricTrial): void {
  if (metric.signals.length === 0) fail('writes no signal: name at least one in signals.')
  for (const key of ['needs', 'signals'] as const)
    if (new Set(metric[key]).size !== metric[key].length) fail(`names a signal twice in ${key}.`)
}

/** Reads what it needs, and nothing else. */
export function readsItsNeeds({ metric: { needs }, games, ask, fail }: MetricTrial): void {
  const read = new Set<string>()
  for (const observation of games.flat()) ask(observation, read)
  for (const name of read)
    if (!needs.includes(name))
      fail(
        `reads '${name}', which is not among its needs: add it there, so that a plan can be refused that lacks it.`,
      )
  for (const name of needs)
    if (!read.has(name))
      fail(
        `needs '${name}' and never reads it: take it out of needs, or pass \`observations\` in which it is read.`,
      )
}

/** Writes its signals, in one length through a game. */
export function writesItsSignals(trial: MetricTrial): void {
  for (const game of trial.games) {
    const lengths = new Map<string, number>()
    for (const observation of game) checkAnswer(trial, trial.ask(observation), lengths)
  }
}

/** A game twice, told what it wrote before where it remembers. */
export function playsAgain(trial: MetricTrial): void {
  for (const game of trial.games) {
    const lengths = new Map<string, number>()
    const played = (): readonly Answer[] => {
      let before: Answer | undefined
      return game.map((observation) => {
        const answer = trial.ask(observation, new Set(), before)
        if (trial.metric.remembers) before = answer
        return answer
      })
    }
    const first = played()
    for (const answer of first) checkAnswer(trial, answer, lengths)
    same(
      trial,
      first,
      played(),
      'answers differently when a game is played again: it keeps something elsewhere than in its signals',
    )
  }
}

/** One observation twice. */
export function answersAgain(trial: MetricTrial): void {
  for (const observation of trial.games.flat())
    same(
      trial,
      trial.ask(observation),
      trial.ask(observation),
      'gives two answers to one observation',
    )
}

/** All observations forth and back. */
export function keepsNothing(trial: MetricTrial): void {
  const all = trial.games.flat()
  const forth = all.map((observation) => trial.ask(observation))
  const back = all
    .toReversed()
    .map((observation) => trial.ask(observation))
    .toReversed()
  same(
    trial,
    forth,
    back,
    'answers differently when the members come in another order: it keeps something between calls',
  )
}

/** Each needed signal NaN and infinite. */
export function bearsBadNumbers(trial: MetricTrial): void {
  const { metric, games, ask } = trial
  for (const game of games) {
    const lengths = new Map<string, number>()
    for (const observation of game) checkAnswer(trial, ask(observation), lengths)
    for (const name of metric.needs)
      for (const by of [NaN, Infinity, -Infinity]) {
        const answer = bearing(trial, `${name} = ${by}`, () => ask(spoilt(game[0]!, name, by)))
        checkAnswer(trial, answer, lengths)
      }
  }
}

/** Each needed signal missing, but for those that it can do without. */
export function saysNaN(trial: MetricTrial, optional: readonly string[]): void {
  const { metric, games, ask, fail } = trial
  const [first] = games.flat()
  for (const name of metric.needs.filter((need) => !optional.includes(need))) {
    const answer = bearing(trial, `'${name}' is missing`, () => ask(without(first!, name)))
    checkAnswer(trial, answer, new Map())
    if (Object.values(answer).some((value) => ![value].flat().some(Number.isNaN)))
      fail(
        `gives ${show(answer)} although '${name}' is missing: write NaN for what it cannot tell.`,
      )
  }
}
