import { defineMetric, type Metric, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { findings as told } from './findings.ts'
import { testMetric, type MetricSuite } from './test-metric.ts'

type Number = Metric['number']

const one = ({ signals }: Observation, name: string): readonly number[] =>
  [signals[name] ?? Number.NaN].flat()

/** The distance of the means. */
const sound: Number = (observation) => ({
  gap: Math.abs(
    (one(observation, 'generator.means')[0] ?? NaN) - one(observation, 'target.means')[0]!,
  ),
})

const made = (number: Number, over: Partial<Metric> = {}): Metric =>
  defineMetric({
    name: 'planted',
    source: 'test',
    needs: ['generator.means', 'target.means'],
    signals: ['gap'],
    number,
    ...over,
  })

const findings = (metric: Metric, suite?: MetricSuite) =>
  told(testMetric(metric, suite)).then(Object.values<string>)

test('a sound metric has no finding', async () => {
  expect(await findings(made(sound))).toEqual([])
})

test('one that remembers may keep what it wrote, and nothing else', async () => {
  const widest: Number = (observation, before) => ({
    gap: Math.max(Number(sound(observation)['gap']), Number(before?.['gap'] ?? 0)),
  })
  expect(await findings(made(widest, { remembers: true }))).toEqual([])
  let kept = 0
  const counts: Number = (observation, before) => ({
    gap: Number(sound(observation)['gap']) + (before ? kept++ : 0),
  })
  expect(await findings(made(counts, { remembers: true }))).toContainEqual(
    expect.stringContaining('answers differently when a game is played again'),
  )
})

test('signals that are read and not needed, or needed and not read', async () => {
  expect(await findings(made(sound, { needs: ['generator.means'] }))).toContainEqual(
    expect.stringContaining("reads 'target.means', which is not among its needs"),
  )
  expect(
    await findings(made(sound, { needs: ['generator.means', 'target.means', 'payoff'] })),
  ).toContainEqual(expect.stringContaining("needs 'payoff' and never reads it"))
})

test('other signals than declared, none, and lists of changing length', async () => {
  expect(await findings(made(() => ({ gap: 1, width: 2 })))).toContainEqual(
    expect.stringContaining("writes 'width', which is not among its signals"),
  )
  expect(await findings(made(() => ({})))).toContainEqual(
    expect.stringContaining("does not write 'gap'"),
  )
  expect(await findings(made(() => ({ gap: [] })))).toContainEqual(
    expect.stringContaining('a list of numbers that is not empty'),
  )
  expect(await findings(made(() => ({ gap: '1' as never })))).toContainEqual(
    expect.stringContaining('expected a number or a list of numbers'),
  )
  const shrinking: Number = (observation) => ({
    gap: one(observation, 'generator.means')
      .filter((x) => Number.isFinite(x))
      .concat(0),
  })
  expect(await findings(made(shrinking))).toContainEqual(
    expect.stringContaining("numbers for 'gap' after"),
  )
})

test('hidden chance, a counter, and changes of what it was given', async () => {
  expect(await findings(made(() => ({ gap: Math.random() })))).toContainEqual(
    expect.stringContaining('metric planted uses Math.random'),
  )
  let calls = 0
  expect(
    await findings(made((o) => ({ gap: (sound(o)['gap'] as number) + calls++ }))),
  ).toContainEqual(expect.stringContaining('gives two answers to one observation'))
  let last = 0
  const remembering: Number = (observation) => {
    const before = last
    last = one(observation, 'generator.means')[0] ?? 0
    return { gap: before }
  }
  expect(await findings(made(remembering))).toContainEqual(
    expect.stringContaining('keeps something between calls'),
  )
  const turning: Number = (observation) => {
    const { signals } = observation
    ;(signals['generator.means'] as number[]).reverse?.()
    return sound(observation)
  }
  expect(await findings(made(turning))).toContainEqual(
    expect.stringContaining('metric planted changes what it was given'),
  )
})

test('throwing at NaN, and numbers made up where a signal is missing', async () => {
  const brittle: Number = (observation) => {
    if (one(observation, 'target.means').some(Number.isNaN)) throw new Error('not a number')
    return sound(observation)
  }
  expect(await findings(made(brittle))).toContainEqual(
    expect.stringContaining('throws when target.means = NaN'),
  )
  const inventive: Number = ({ signals }) => ({ gap: [signals['generator.means'] ?? 0].flat()[0]! })
  expect(await findings(made(inventive, { needs: ['generator.means'] }))).toEqual([
    expect.stringContaining("although 'generator.means' is missing: write NaN"),
  ])
  expect(
    await findings(made(inventive, { needs: ['generator.means'] }), {
      optional: ['generator.means'],
    }),
  ).toEqual([])
})

test('observations of its own take the place of the made ones', async () => {
  const picky: Number = ({ signals }) => {
    if (signals['mine'] !== undefined && signals['mine'] !== 7) throw new Error('expected 7')
    return { gap: signals['mine'] === undefined ? NaN : 1 }
  }
  const metric = made(picky, { needs: ['mine'] })
  expect((await findings(metric)).length).toBeGreaterThan(0)
  const own = await findings(metric, { observations: [{ step: 0, signals: { mine: 7 } }] })
  expect(own).toEqual([expect.stringContaining('throws when mine = NaN')])
})
