import {
  defineOptimizer,
  PlanError,
  type Frame,
  type GanglionEvent,
  type Plan,
  type Snapshot,
} from '@ganglion/core'
import { createExperiment, type ExperimentOptions, type LiveExperiment } from '@ganglion/engine'
import { expect, test } from 'vitest'
import { divergence } from '../../plugins/detectors/divergence/divergence.ts'
import { bitsOf, crowd, planOf, play } from './game.ts'

/** A game that was played in one go, or the rest of one: what it showed and how it ended. */
interface Told {
  readonly frames: readonly Frame[]
  readonly events: readonly GanglionEvent[]
}

function told(live: LiveExperiment): Told {
  const [frames, events]: [Frame[], GanglionEvent[]] = [[], []]
  live.frames$.subscribe((frame) => frames.push(frame))
  live.events$.subscribe((event) => events.push(event))
  return { frames, events }
}

const paused = (live: LiveExperiment) =>
  new Promise<void>((resolve) => live.state$.subscribe((state) => state === 'paused' && resolve()))

/** Plays so many steps, and takes a snapshot that went through structuredClone. */
async function until(plan: Plan, steps: number, options: ExperimentOptions = {}) {
  const live = createExperiment(plan, { ...options, paused: true })
  const first = told(live)
  await paused(live)
  live.controls.step(steps)
  return { first, live, snapshot: structuredClone(live.snapshot()) }
}

/** Everything but what the target is, bit for bit. */
const bits = (frames: readonly Frame[]) =>
  frames.map((frame) => [
    frame.step,
    ...Array.from({ length: frame.members }, (_, m) => bitsOf(frame, m)),
  ])

async function compared(plan: Plan, at: number, options: ExperimentOptions = {}) {
  const whole = createExperiment(plan, options)
  const straight = told(whole)
  const { first, snapshot } = await until(plan, at, options)
  const rest = createExperiment(plan, { ...options, from: snapshot })
  const second = told(rest)
  const [expected, got] = [await whole.done, await rest.done]
  expect(expected.error).toBeUndefined()
  expect(got.error).toBeUndefined()
  expect(bits([...first.frames, ...second.frames])).toEqual(bits(straight.frames))
  expect([...first.events, ...second.events]).toEqual(straight.events)
  expect({ ...got, final: null }).toEqual({ ...expected, final: null })
  expect(bits([got.final])).toEqual(bits([expected.final]))
  return straight
}

const presets = ['fig1a', 'fig1b', 'fig1c', 'fig1d'] as const
const dynamics = [
  { plugin: 'simultaneous' },
  { plugin: 'alternating', discriminatorSteps: 2 },
  { plugin: 'best-response' },
  { plugin: 'stale', steps: 3 },
]

test.each(presets)('%s: 100 steps = 50 + a snapshot + 50, bit for bit', async (preset) => {
  await compared(await planOf(preset, { steps: 100 }), 50)
})

test.each(dynamics)(
  '$plugin, random starts: the same, at every age of its memory',
  async (over) => {
    const plan = await planOf('fig1b', { dynamics: over, steps: 100, members: 3 }, crowd)
    for (const at of [1, 2, 50, 99]) await compared(plan, at, { firstMember: 7 })
  },
)

test("the optimizer's memory goes on", async () => {
  const momentum = defineOptimizer({
    name: 'momentum',
    source: 'Polyak 1964',
    memory: ['velocity'],
    update: (direction, { velocity }, { rate }) => {
      const next = velocity!.times(0.9).plus(direction)
      return { change: next.times(rate), memory: { velocity: next } }
    },
  })
  const plan = await planOf('fig1b', { steps: 40, members: 2 }, crowd)
  const { snapshot } = await until({ ...plan, optimizer: momentum }, 20)
  expect(Object.keys(snapshot.players.generator.optimizer)).toHaveLength(1)
  await compared({ ...plan, optimizer: momentum }, 20)
})

test('events on both sides of the snapshot are those of the whole game', async () => {
  // Frames in between change nothing here and take long to compare.
  const plan = await planOf('fig1b', { steps: 8000, every: 10 })
  const events = (await planEvents(plan)).filter(({ type }) => type !== 'insufficient-data')
  expect(events.length).toBeGreaterThan(1)
  const [first, last] = [events[0]!.step, events.at(-1)!.step]
  await compared(plan, Math.floor((first + last) / 2))
  await compared(plan, first)
}, 60_000)

const planEvents = async (plan: Plan): Promise<readonly GanglionEvent[]> => {
  const live = createExperiment(plan)
  const { events } = told(live)
  await live.done
  return events
}

test('frames kept every 7 steps fall on the same steps, and none is repeated', async () => {
  const { frames } = await compared(await planOf('fig1a', { steps: 100, every: 7 }), 49)
  expect(frames.map(({ step }) => step).slice(0, 3)).toEqual([0, 7, 14])
  await compared(await planOf('fig1a', { steps: 100, every: 7 }), 50)
})

test('-0 stays -0', async () => {
  const { snapshot } = await until(await planOf('fig1a', { steps: 9 }), 3)
  const means = snapshot.players.generator.state['means']!
  means[0] = -0
  const plan = await planOf('fig1a', { steps: 9, dynamics: { generatorRate: 0 } })
  const live = createExperiment(plan, { from: { ...snapshot, plan: plan.hash }, paused: true })
  await paused(live)
  expect(Object.is(live.snapshot().players.generator.state['means']![0], -0)).toBe(true)
})

test('what the hands changed goes on: rates, options, the only player', async () => {
  // Metrics off: total variation is told for equal deviations only.
  const plan = await planOf('fig1b', { steps: 60, metrics: [], detectors: [] })
  const hands = async (live: LiveExperiment) => {
    await paused(live)
    live.controls.set('dynamics.generatorRate', 0.03)
    live.controls.set('generator.deviation', 0.9)
    live.controls.only('discriminator')
  }
  const whole = createExperiment(plan, { paused: true })
  await hands(whole)
  whole.controls.step(20)
  const snapshot = structuredClone(whole.snapshot())
  whole.controls.resume()
  const rest = await play(plan, { from: snapshot })
  const expected = await whole.done
  expect(bits([rest.final])).toEqual(bits([expected.final]))
  expect(bits([rest.final])).not.toEqual(bits([(await play(plan)).final]))
})

test('a snapshot shares nothing with the game, and the game does not notice it', async () => {
  const plan = await planOf('fig1b', { dynamics: { plugin: 'stale' }, steps: 40 })
  const { live } = await until(plan, 20)
  const taken = live.snapshot()
  const kept = structuredClone(taken)
  live.controls.resume()
  const { final } = await live.done
  expect(taken).toEqual(kept)
  expect(bits([final])).toEqual(bits([(await play(plan)).final]))
})

test('a member that has ended stands still after it, and stays ended', async () => {
  const played = await planOf('fig1b', crowd, {
    members: 6,
    steps: 300,
    dynamics: { generatorRate: 5 },
  })
  const plan = { ...played, detectors: [divergence({ bound: 0.65 })] }
  const { snapshot } = await until(plan, 150)
  expect(new Set(snapshot.outcomes)).toEqual(new Set(['diverged', null]))
  await compared(plan, 150)
})

test('another plan, other members and another format are refused with a sentence', async () => {
  const plan = await planOf('fig1a', { steps: 20 })
  const { snapshot } = await until(plan, 5)
  const other = await planOf('fig1a', { steps: 21 })
  expect(() => createExperiment(other, { from: snapshot })).toThrow(PlanError)
  expect(() => createExperiment(other, { from: snapshot })).toThrow(/belongs to another game: plan/)
  expect(() => createExperiment({ ...plan, members: 2 }, { from: snapshot })).toThrow(
    /members 2 expected, 1 found/,
  )
  expect(() => createExperiment(plan, { from: snapshot, firstMember: 3 })).toThrow(/first member/)
  expect(() => createExperiment(plan, { from: { ...snapshot, format: 2 as never } })).toThrow(
    /another version/,
  )
})

test('arrays of other names or sizes are refused, and so are other detectors', async () => {
  const plan = await planOf('fig1a', { steps: 20 })
  const { snapshot } = await until(plan, 5)
  const { generator } = snapshot.players
  const wrong: Snapshot = {
    ...snapshot,
    players: {
      ...snapshot.players,
      generator: { ...generator, state: { ...generator.state, means: new Float64Array(3) } },
    },
  }
  const { outcome, error } = await createExperiment(plan, { from: wrong }).done
  expect(outcome).toBe('failed')
  expect(error?.message).toMatch(/state of the generator has arrays means \(2\).*means \(3\)/)
  const fewer = { ...plan, detectors: plan.detectors.slice(1) }
  expect(() => createExperiment(fewer, { from: snapshot })).toThrow(/the plan has/)
})

/** fig1a under a script that remembers this. */
const remembering = async (memory: () => unknown): Promise<Plan> => {
  const plan = await planOf('fig1a', { steps: 20 })
  const { plugin } = plan.dynamics
  return {
    ...plan,
    dynamics: {
      ...plan.dynamics,
      plugin: { ...plugin, name: 'odd', script: (s) => ({ ...plugin.script(s), memory }) },
    },
  }
}

test.each([
  ['a function', () => ({ ring: [() => 1] }), /memory\.ring\[0\] is a function/],
  ['an instance', () => ({ at: new (class Clock {})() }), /memory\.at is an instance of Clock/],
])('a script that remembers %s is named', async (_, memory, message) => {
  const live = createExperiment(await remembering(memory), { paused: true })
  await paused(live)
  expect(() => live.snapshot()).toThrow(message)
  expect(() => live.snapshot()).toThrow(
    expect.objectContaining({ name: 'PluginError', plugin: 'dynamics:odd', port: 'memory' }),
  )
})

test('typed arrays, maps and shared objects of a memory come back as they were', async () => {
  const shared = { x: -0 }
  const memory = { list: Int16Array.of(1, 2), map: new Map([['a', shared]]), shared, nothing: null }
  const live = createExperiment(await remembering(() => memory), { paused: true })
  await paused(live)
  const taken = live.snapshot().memory as typeof memory
  expect(taken).toEqual(memory)
  expect(taken.list).not.toBe(memory.list)
  expect(taken.map.get('a')).toBe(taken.shared)
})

test('is refused before the start, inside a subscriber and after the end', async () => {
  const live = createExperiment(await planOf('fig1a', { steps: 3 }))
  expect(() => live.snapshot()).toThrow(/before the game is prepared/)
  const heard: string[] = []
  live.frames$.subscribe(() => {
    try {
      live.snapshot()
      heard.push('taken')
    } catch (error) {
      heard.push((error as Error).message)
    }
  })
  await live.done
  expect(heard).toHaveLength(4)
  expect(heard[1]).toMatch(/while a frame is being told/)
  expect(() => live.snapshot()).toThrow(/after the end/)
})
