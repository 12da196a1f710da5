import { tensor } from '@ganglion/calculus'
import {
  defineDiscriminator,
  defineGenerator,
  ports,
  type Dynamics,
  type Frame,
  type MeasureValues,
  type Plan,
  type Script,
  type Snapshot,
  type Steps,
} from '@ganglion/core'
import { createExperiment, type ExperimentOptions, type LiveExperiment } from '@ganglion/engine'
import { Finding } from './case.ts'
import type { Settings } from './dynamics-settings.ts'
import { logistic, plainSteps, referenceCritic } from './reference-games.ts'
import { withoutChance } from './without-chance.ts'

/**
 * Points that shake: every measure draws noise anew, so a game that loses count of its draws shows, and the slope of the
 * law depends on them, so a critique that forgets whose draw it speaks of shows too.
 */
const shaken = defineGenerator({
  name: 'shaken-points',
  source: 'particles with Gaussian noise that multiplies',
  sizes: { points: 2, dimensions: 1 },
  parameters: ({ points, dimensions }) => ({ positions: [points, dimensions] }),
  noise: ({ points, dimensions }) => ({ shake: [points, dimensions] }),
  initial: (random, { points }) => ({
    positions: Array.from({ length: points }, () => random.normal()),
  }),
  measure: ({ positions }, { shake }) => ({
    kind: 'points',
    positions: tensor(positions.axes, (i, j) =>
      positions(i, j).times(shake(i, j).times(0.1).plus(1)),
    ),
    masses: tensor([positions.axes[0]], () => 1 / positions.size),
  }),
})

/** The reference critic with an answer to give when it is asked for its best. */
const critic = defineDiscriminator({
  ...(referenceCritic as unknown as Parameters<typeof defineDiscriminator>[0]),
  name: 'reference-critic-with-best',
  best: (target, generated, { height = [] }) => ({
    height: height.map((h, k) => h / 2 + (k + 1) * (meanOf(target) - meanOf(generated))),
  }),
})

function meanOf(law: MeasureValues): number {
  if (law.kind === 'mixture')
    return law.means.reduce((sum, mean, k) => sum + mean * law.weights[k]!, 0)
  return law.positions.reduce((sum, [x = 0], k) => sum + x * law.masses[k]!, 0)
}

/** What every game has in common, written once: the engine derives once for parts that are the same objects. */
const player = { options: {}, given: {} }
const parts = {
  target: { kind: 'points', positions: [[-0.5], [1]], masses: [0.5, 0.5] },
  generator: { plugin: shaken, sizes: shaken.sizes, ...player },
  discriminator: { plugin: critic, sizes: critic.sizes, ...player },
  objective: logistic,
  optimizer: plainSteps,
  regularisers: [],
} satisfies Partial<Plan>

/** A small smooth game under a dynamics, as a plan. */
export function gameOf(
  dynamics: Dynamics,
  settings: Settings,
  over: Partial<Pick<Plan, 'steps' | 'seed' | 'members'>> = {},
): Plan {
  return {
    config: {},
    hash: 'a game of the conformance suite',
    ...parts,
    dynamics: { plugin: dynamics, sizes: {}, options: settings },
    metrics: [],
    detectors: [],
    steps: 12,
    seed: 1,
    members: 1,
    every: 1,
    ...over,
  }
}

/** Plays a game to its end: all frames. What the script throws becomes a Finding. */
export async function framesOf(
  plan: Plan,
  options: ExperimentOptions = {},
  prepare: (live: LiveExperiment) => void = () => undefined,
): Promise<readonly Frame[]> {
  const live = createExperiment(plan, options)
  const frames: Frame[] = []
  live.frames$.subscribe((frame) => frames.push(frame))
  prepare(live)
  const { error } = await live.done
  if (error) throw new Finding(error.message, { cause: error })
  return frames
}

/** Plays one more step of a game, from its start or from a snapshot, and takes a snapshot behind it, null behind the last. */
export async function stepped(plan: Plan, from: Snapshot | null) {
  const live = createExperiment(plan, { paused: true, ...(from ? { from } : {}) })
  const frames: Frame[] = []
  let now = ''
  live.frames$.subscribe((frame) => frames.push(frame))
  await new Promise<void>((resolve) =>
    live.state$.subscribe((state) => {
      now = state
      if (state === 'paused' || state === 'failed') resolve()
    }),
  )
  live.controls.step()
  const snapshot = now === 'paused' ? structuredClone(live.snapshot()) : null
  if (snapshot) live.controls.stop()
  const { error } = await live.done
  if (error) throw new Finding(error.message, { cause: error })
  return { frames, snapshot }
}

/** The dynamics with its script watched: chance and time are traps, and every question is told. */
export function watchedDynamics(dynamics: Dynamics, asked: (name: string) => void): Dynamics {
  const who = `dynamics ${dynamics.name}`
  return {
    ...dynamics,
    script: (settings) => {
      const script: Script = withoutChance(who, () => dynamics.script(settings))
      return { ...script, step: (_, memory) => watchedSteps(who, script, memory, asked) }
    },
  }
}

function* watchedSteps(
  who: string,
  script: Script,
  memory: unknown,
  asked: (name: string) => void,
): Steps {
  const steps = withoutChance(who, () => script.step(ports, memory))
  let sent: unknown
  for (;;) {
    const next = withoutChance(who, () => steps.next(sent))
    if (next.done) return
    asked(`${next.value.player}.${next.value.port}`)
    sent = yield next.value
  }
}
