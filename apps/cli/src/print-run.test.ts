import { Writable } from 'node:stream'
import {
  far,
  type FindingEvent,
  type Frame,
  type GanglionEvent,
  type InsufficientDataEvent,
  type Plan,
  type Result,
} from '@ganglion/core'
import type { PlanSummary } from 'ganglion'
import { expect, test } from 'vitest'
import { Output } from './output.ts'
import { printRun, type Printable } from './print-run.ts'

const signal = (...numbers: number[]) => ({
  cells: numbers.length,
  numbers: Float64Array.from(numbers),
})

const frameAt = (step: number): Frame => ({
  step,
  members: 1,
  signals: {
    'generator.means': signal(step, -1),
    'generator.weights': signal(1),
    'discriminator.left': signal(-far),
    'discriminator.coefficients': signal(-3 * far),
    'target.means': signal(0),
    l1: signal(NaN),
  },
})

const event: FindingEvent = {
  type: 'event',
  event: 'mode-collapse',
  member: 0,
  step: 2,
  since: 1,
  severity: 'error',
  evidence: { gap: 0.25, limit: Infinity },
  detector: 'mode-collapse',
  definition: 'a test',
}

const missing: InsufficientDataEvent = {
  type: 'insufficient-data',
  event: 'stall',
  member: 0,
  step: 0,
  missing: ['loss'],
  detector: 'stall',
}

const plugin = (name: string) => ({ plugin: { name } })
const plan = {
  hash: '0123456789abcdef',
  seed: 4,
  steps: 4,
  members: 1,
  config: { seed: 4 },
  generator: plugin('cloud'),
  discriminator: plugin('wall'),
  dynamics: plugin('waltz'),
} as unknown as Plan

const result: Result = {
  outcome: 'collapsed',
  outcomes: ['collapsed'],
  steps: 4,
  final: frameAt(4),
  events: { 'mode-collapse': 1 },
}

/** A game that a test plays by hand. */
class Fake implements Printable {
  readonly calls: string[] = []
  readonly controls = {
    pause: () => void this.calls.push('pause'),
    resume: () => void this.calls.push('resume'),
  }
  readonly #heard: { frame: ((f: Frame) => void)[]; event: ((e: GanglionEvent) => void)[] } = {
    frame: [],
    event: [],
  }
  readonly #ended = Promise.withResolvers<Result>()
  readonly done = this.#ended.promise
  readonly frames$ = this.#stream(this.#heard.frame)
  readonly events$ = this.#stream(this.#heard.event)

  #stream<T>(heard: ((value: T) => void)[]) {
    return {
      subscribe: ({ next }: { next: (value: T) => void }) => {
        heard.push(next)
        return { unsubscribe: () => void heard.splice(heard.indexOf(next), 1) }
      },
    }
  }

  get listeners(): number {
    return this.#heard.frame.length + this.#heard.event.length
  }

  frame(step: number): void {
    for (const next of this.#heard.frame) next(frameAt(step))
  }

  event(one: GanglionEvent): void {
    for (const next of this.#heard.event) next(one)
  }

  end(how: Result = result): void {
    this.#ended.resolve(how)
  }
}

/** An output into a list of lines, whose reader may hold. */
function collected(highWaterMark = 1_000_000) {
  let text = ''
  let held: (() => void)[] | null = null
  const stream = new Writable({
    highWaterMark,
    decodeStrings: false,
    write: (chunk, _, done) => {
      text += String(chunk)
      if (held) held.push(done)
      else done()
    },
  })
  return {
    output: new Output(stream),
    lines: () => text.split('\n').filter((line) => line !== ''),
    hold: () => (held = []),
    release: () => {
      const waiting = held ?? []
      held = null
      for (const done of waiting) done()
    },
  }
}

async function played(
  flags: { json?: boolean; every?: number },
  how: Result = result,
  what: PlanSummary = plan,
) {
  const game = new Fake()
  const { output, lines } = collected()
  const printed = printRun(game, what, output, flags)
  game.event(missing)
  for (const step of [0, 1, 2, 3, 4]) game.frame(step)
  game.event(event)
  game.event({ ...event, type: 'cleared', step: 3 })
  game.end(how)
  await printed
  expect(game.listeners).toBe(0)
  return lines()
}

test('JSON lines: first run.started, last run.finished, events and every n-th frame between', async () => {
  const lines = (await played({ json: true, every: 2 })).map(
    (line) => JSON.parse(line) as Record<string, unknown>,
  )
  expect(lines.map(({ type, step }) => [type, step])).toEqual([
    ['run.started', 0],
    ['insufficient-data', 0],
    ['frame', 0],
    ['frame', 2],
    ['frame', 4],
    ['event', 2],
    ['cleared', 3],
    ['run.finished', 4],
  ])
  for (const line of lines) expect(line).toMatchObject({ v: 1, run: '0123456789ab' })
  expect(lines[0]).toMatchObject({ seed: 4, planHash: plan.hash, plan: { seed: 4 } })
  expect(lines[5]).toMatchObject({ event: 'mode-collapse', since: 1, severity: 'error' })
})

test('the last line is flat; numbers that JSON lacks leave as words, far ends as infinite', async () => {
  const lines = await played({ json: true })
  expect(lines.some((line) => line.includes('"frame"'))).toBe(false)
  const { wallTimeMs, ...last } = JSON.parse(lines.at(-1)!) as Record<string, unknown>
  expect(wallTimeMs).toBeTypeOf('number')
  expect(last).toEqual({
    v: 1,
    type: 'run.finished',
    run: '0123456789ab',
    step: 4,
    outcome: 'collapsed',
    steps: 4,
    // Of the players this plan says nothing.
    seed: 4,
    generator: {},
    discriminator: {},
    final: {
      'generator.means': [4, -1],
      'generator.weights': [1],
      'discriminator.left': ['-Infinity'],
      'discriminator.coefficients': -3e9,
    },
    metrics: { l1: 'NaN' },
    events: { 'mode-collapse': 1 },
  })
})

test('plain lines: what is played, what happened, the verdict', async () => {
  expect(await played({})).toEqual([
    'cloud against wall, waltz, 4 steps, seed 4',
    'step 0      stall is not watched: the frames lack numbers for loss',
    'step 2      mode-collapse since 1: gap 0.2500, limit Infinity',
    'step 3      mode-collapse cleared since 1: gap 0.2500, limit Infinity',
    'at the end  generator.means 4 -1',
    '            generator.weights 1',
    '            discriminator.left -Infinity',
    '            discriminator.coefficients -3000000000',
    '            l1 NaN',
    'collapsed after 4 steps',
  ])
})

test('what is known beforehand not to be watched is told once, before the run', async () => {
  const lines = await played({}, result, { ...plan, unwatched: [missing] })
  expect(lines[1]).toBe('stall is not watched: the frames lack numbers for loss')
  expect(lines.filter((line) => line.includes('stall'))).toHaveLength(1)
})

test('a crowd is counted by outcome', async () => {
  const outcomes = ['collapsed', 'converged', 'collapsed'] as const
  const lines = await played({}, { ...result, outcomes })
  expect(lines.at(-1)).toBe('after 4 steps: 2 collapsed, 1 converged')
})

test('the game waits while the reader is behind, and nothing is lost', async () => {
  const game = new Fake()
  const { output, lines, hold, release } = collected(10)
  hold()
  const printed = printRun(game, plan, output, { json: true, every: 1 })
  expect(game.calls).toEqual(['pause'])
  game.frame(0)
  game.frame(1)
  expect(game.calls).toEqual(['pause'])
  release()
  await expect.poll(() => game.calls).toEqual(['pause', 'resume'])
  game.end()
  await printed
  expect(lines()).toHaveLength(4)
})
