import {
  defineDetector,
  largest,
  type Detector,
  type DetectorDefinition,
  type Observation,
  type Report,
} from '@ganglion/core'
import { expect, test } from 'vitest'
import { findings as told } from './findings.ts'
import { testDetector, type DetectorSuite } from './test-detector.ts'

interface Memory {
  readonly since: number | null
}
type Next = Detector<Memory>['next']

const report = (type: Report['type'], since: number, evidence = { limit: 5 }): Report => ({
  type,
  since,
  evidence,
})

/** Reports while the signal is beyond a limit. */
const sound: Next = (memory, { step, signals }) => {
  const beyond = largest(signals['loss']) > 5
  if (beyond === (memory.since !== null)) return [memory, null]
  return beyond
    ? [{ since: step }, report('event', step)]
    : [{ since: null }, report('cleared', step)]
}

const made = (
  next: Next,
  needs: readonly string[] = ['loss'],
  init: () => Memory = () => ({ since: null }),
): DetectorDefinition =>
  defineDetector({
    name: 'planted',
    source: 'test',
    event: 'divergence',
    severity: 'error',
    definition: 'a loss beyond a limit',
    options: { bound: { default: 5, min: 0, max: 10, description: 'the limit' } },
    needs: () => needs,
    create: () => ({ init, next }),
  }) as unknown as DetectorDefinition

const findings = (definition: DetectorDefinition, suite?: DetectorSuite) =>
  told(testDetector(definition, suite)).then(Object.values<string>)

test('a sound detector has no finding', async () => {
  expect(await findings(made(sound))).toEqual([])
})

test('signals that are read and not needed, or needed and not read', async () => {
  const greedy: Next = (memory, observation) => {
    void observation.signals['payoff']
    return sound(memory, observation)
  }
  expect(await findings(made(greedy))).toEqual([
    expect.stringContaining("reads 'payoff', which is not among its needs"),
  ])
  expect(await findings(made(greedy), { optional: ['payoff'] })).toEqual([])
  expect(await findings(made(sound, ['loss', 'payoff']))).toContainEqual(
    expect.stringContaining("needs 'payoff' and never reads it"),
  )
})

test('a memory that is changed instead of made anew', async () => {
  const mutating: Next = (memory, observation) => {
    const [after, told] = sound(memory, observation)
    ;(memory as { since: number | null }).since = after.since
    return [memory, told]
  }
  expect(await findings(made(mutating))).toContainEqual(
    expect.stringContaining('changes what it was given'),
  )
})

test('hidden chance, and what is kept outside of the memory', async () => {
  const random: Next = (memory, observation) => {
    if (Math.random() > 2) throw new Error('never')
    return sound(memory, observation)
  }
  expect(await findings(made(random))).toContainEqual(
    expect.stringContaining('detector planted uses Math.random'),
  )
  let since: number | null = null
  const closure: Next = (memory, observation) => {
    const [after, told] = sound({ since }, observation)
    since = after.since
    return [memory, told]
  }
  expect(await findings(made(closure))).toContainEqual(
    expect.stringContaining('answers differently when it folds the same again'),
  )
})

test('a memory that cannot be saved', async () => {
  const withFunction = () => ({ since: null, later: () => 1 })
  const keeping: Next = (memory, observation) => {
    const [after, told] = sound(memory, observation)
    return [{ ...memory, ...after }, told]
  }
  expect(await findings(made(keeping, ['loss'], withFunction))).toContainEqual(
    expect.stringContaining('its memory at step 0 cannot be copied'),
  )
})

test('events without a clearing, dates in the future, evidence that is no number', async () => {
  const eager: Next = (memory, { step, signals }) => [
    memory,
    largest(signals['loss']) > 5 ? report('event', step) : null,
  ]
  expect(await findings(made(eager))).toContainEqual(
    expect.stringContaining('reports a second event before it cleared the first'),
  )
  const altered =
    (change: (told: Report) => Report): Next =>
    (memory, observation) => {
      const [after, told] = sound(memory, observation)
      return [after, told && change(told)]
    }
  expect(await findings(made(altered((told) => ({ ...told, since: told.since + 1 }))))).toEqual([
    expect.stringContaining('expected the step at which the condition began'),
  ])
  expect(await findings(made(altered((told) => ({ ...told, evidence: { limit: NaN } }))))).toEqual([
    expect.stringContaining('evidence limit is NaN although all signals are finite'),
  ])
  expect(await findings(made(altered((told) => ({ ...told, evidence: {} }))))).toEqual([
    expect.stringContaining('a report without evidence'),
  ])
})

test('throwing at odd readings, and reporting where nothing is wrong', async () => {
  const brittle: Next = (memory, observation) => {
    const reading = observation.signals['loss']
    if (Array.isArray(reading) && reading.length === 0) throw new Error('empty')
    return sound(memory, observation)
  }
  expect(await findings(made(brittle))).toEqual([
    expect.stringContaining('bears NaN, infinite numbers and empty lists: the plugin threw: empty'),
  ])
  const nervous: Next = (memory, { step }) =>
    memory.since === null ? [{ since: step }, report('event', step)] : [memory, null]
  expect(await findings(made(nervous))).toContainEqual(
    expect.stringContaining('of a game in which nothing is wrong'),
  )
})

/** A signal that goes through these numbers. */
const story = (...numbers: readonly number[]): readonly Observation[] =>
  numbers.map((loss, step) => ({ step, signals: { loss } }))

test('a detector that never fires needs a story in which it must', async () => {
  const exact: Next = (memory, observation) =>
    sound(memory, {
      ...observation,
      signals: { loss: observation.signals['loss'] === 0.123 ? 9 : 0 },
    })
  expect(await findings(made(exact))).toEqual([
    expect.stringContaining('pass a story `fires: Observation[]`'),
  ])
  expect(await findings(made(exact), { fires: story(0, 0.123, 0) })).toEqual([])
  expect(await findings(made(exact), { fires: story(0, 1, 0) })).toEqual([
    expect.stringContaining('never reports in the story `fires`'),
  ])
  expect(await findings(made(exact), { fires: story(0, 0.123, 0), quiet: story(0.123) })).toEqual([
    expect.stringContaining('of the story `quiet`'),
  ])
})

test('options that are not checked, signals that needs do not follow, unknown events', async () => {
  const loose = { ...made(sound), create: () => made(sound).create() }
  expect(await findings(loose)).toEqual([expect.stringContaining('accepts no-such-option = 1')])
  const deaf = defineDetector({
    name: 'deaf',
    source: 'test',
    event: 'divergence',
    severity: 'error',
    definition: 'a loss beyond a limit',
    options: { signal: { default: 'loss', description: 'what is watched' } },
    needs: () => ['loss'],
    create: () => ({ init: (): Memory => ({ since: null }), next: sound }),
  }) as unknown as DetectorDefinition
  expect(await findings(deaf)).toEqual([
    expect.stringContaining('option signal names a signal, but needs (loss) does not follow it'),
  ])
  expect(await findings({ ...made(sound), event: 'boredom' as never })).toContainEqual(
    expect.stringContaining("event 'boredom' is none of"),
  )
})
