import type { Dynamics, PlayerName } from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'
import { definitionCases, optionCase } from './definition-cases.ts'
import { gameCases } from './dynamics-cases.ts'
import { playSealed, type Asked } from './dynamics-round.ts'
import { settingsOf, type Settings } from './dynamics-settings.ts'
import { inWorker } from './in-worker.ts'
import { lazily } from './lazily.ts'
import { mistakesOnce } from './mistakes-once.ts'
import { difference } from './same-bits.ts'

/** What a dynamics' suite may be told beforehand. */
export interface DynamicsSuite {
  /** A player that this dynamics never moves, on purpose. */
  readonly still?: PlayerName
  /** Where the dynamics is an export of its module; with it, a case plays it in a worker. */
  readonly file?: string | URL
}

/** Steps played with sealed messages: enough for a rhythm of several steps to show both players. */
const steps = 24

/**
 * The conformance suite of a dynamics: a script that never looks inside a message, asks for what it declares, moves each
 * player once by one answer, and plays the same bits again, in ensembles, with late answers and from snapshots. Every
 * word of every choice is tried; numbers stand at their defaults.
 */
export function testDynamics(dynamics: Dynamics, suite: DynamicsSuite = {}): readonly Case[] {
  const ways = lazily(() => settingsOf(dynamics))
  return mistakesOnce([
    ...definitionCases(dynamics, 'dynamics', ['script']),
    optionCase(dynamics.options),
    ...waysOf(dynamics).flatMap(([title, settings]) => [
      ...scriptCases(dynamics, settings, title, suite),
      ...gameCases(dynamics, settings, title),
    ]),
    ...workerCases(dynamics, ways, suite),
  ])
}

/** Titles of the ways to run it: nothing for the defaults, the chosen word for the others. */
function waysOf(dynamics: Dynamics): readonly (readonly [string, Settings])[] {
  // A definition so broken that it has no options fails its first cases; the others need a list all the same.
  if (typeof dynamics?.options !== 'object' || dynamics.options === null) return []
  const [defaults, ...others] = settingsOf(dynamics)
  const word = (settings: Settings): string =>
    Object.entries(settings)
      .filter(([name, value]) => value !== defaults![name])
      .map(([name, value]) => ` (${name} = ${value})`)
      .join('')
  return [['', defaults!], ...others.map((one) => [word(one), one] as const)]
}

function scriptCases(
  dynamics: Dynamics,
  settings: Settings,
  title: string,
  { still }: DynamicsSuite,
): readonly Case[] {
  const { name } = dynamics
  const played = (): Asked => playSealed(dynamics, settings, steps)
  return [
    check(`script${title}: reads no message, moves each player once by one answer`, () => {
      played()
    }),
    check(`script${title}: asks the same again, without chance or time`, () => {
      const where = difference(played().log, played().log)
      expectThat(
        where === null,
        () =>
          `dynamics ${name} asks other questions when it is run again (first at ${where}): keep nothing outside of the memory of the script.`,
      )
    }),
    check(`script${title}: needs what it asks for, and nothing else`, () => {
      const { needs, log } = played()
      for (const need of needs) {
        expectThat(
          need === 'best',
          () =>
            `dynamics ${name} needs '${String(need)}', which no player can have: needs may name 'best'.`,
        )
        expectThat(
          log.includes(`discriminator.${need}`),
          () =>
            `dynamics ${name} needs '${need}' and did not ask for it in ${steps} steps: take it out of needs, or discriminators are refused that would do.`,
        )
      }
    }),
    check(`script${title}: moves both players`, () => {
      const { moved } = played()
      for (const player of ['generator', 'discriminator'] as const) {
        expectThat(
          moved.has(player) || player === still,
          () =>
            `dynamics ${name} never moves the ${player} in ${steps} steps: if that is meant, pass \`still: '${player}'\`.`,
        )
        expectThat(
          !moved.has(player) || player !== still,
          () => `dynamics ${name} moves the ${player}, which \`still\` says it never does.`,
        )
      }
    }),
  ]
}

/** With a file: a worker imports it and plays it; the questions are those of this thread. */
function workerCases(
  dynamics: Dynamics,
  ways: () => readonly Settings[],
  { file }: DynamicsSuite,
): readonly Case[] {
  if (file === undefined) return []
  return [
    check('worker: imported and played in a worker, same questions', async () => {
      const here = ways().map((settings) => playSealed(dynamics, settings, steps).log)
      const data = { file: String(file), name: dynamics.name, steps }
      const there = await inWorker(new URL('./dynamics-worker.ts', import.meta.url), data)
      const where = difference(here, there)
      expectThat(
        where === null,
        () =>
          `dynamics ${dynamics.name} asks other questions in a worker that imports ${String(file)} (first at ${where}).`,
      )
    }),
  ]
}
