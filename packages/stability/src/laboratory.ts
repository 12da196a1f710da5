import { javascript } from '@ganglion/calculus'
import type { Examined, Games, Laboratory, Plan, Snapshot, Systems } from '@ganglion/core'
import { createExperiment, type LiveExperiment } from '@ganglion/engine'
import { log } from '@ganglion/numerics'
import { slackOf } from './analyse.ts'
import { findEquilibrium } from './equilibrium.ts'
import { NoEquilibrium } from './no-jacobian.ts'
import { closed, opened } from './opened.ts'
import { pointOf, type Numbers, type Point } from './point.ts'
import { spectrumOf } from './spectrum.ts'

type Own = Readonly<Record<string, Float64Array>>

/** Systems start at rest: a search for an equilibrium that goes farther has found another. */
const nearby = 1e-6

/** A laboratory that plans with this function: its systems are members of one ensemble of the engine. */
export function laboratoryOf(prepare: (config: Systems['config']) => Promise<Plan>): Laboratory {
  const known = new Map<string, Plan>()
  const planned = async (config: Systems['config']): Promise<Plan> => {
    const key = JSON.stringify(config)
    const plan = known.get(key) ?? (await prepare(config))
    known.set(key, plan)
    return plan
  }
  return {
    examine: async (systems) => examine(await planned(systems.config), systems),
    play: async (games) => playedAll(await planned(games.config), games),
  }
}

async function examine(plan: Plan, systems: Systems): Promise<readonly Examined[]> {
  const { each, decided, mostSteps, within = nearby } = systems
  const own = columns(each.map(({ numbers }) => numbers))
  const start = await seated(plan, own, each.length)
  const points = each.map(({ numbers }, member) =>
    restOf(plan, pointAt(start, member, numbers), within),
  )
  const steps = points.map(({ exponent }) => {
    const enough = Math.ceil(decided / Math.abs(exponent))
    return enough <= mostSteps ? enough : 0
  })
  const rest = points.map(({ point }) => positionsIn(point))
  const starts = rest.map((x, m) => x.map((c, k) => c + each[m]!.nudge[k]!))
  const laid = points.map(({ point }, m) => ({
    ...prefixed('discriminator', closed(plan, point)),
    'generator.positions': starts[m]!,
  }))
  const end: (readonly number[])[] = [...starts]
  for (const some of alike(steps)) {
    const of = <T>(all: readonly T[]): T[] => some.map((m) => all[m]!)
    const theirs = { ...columns(of(each).map(({ numbers }) => numbers)), ...columns(of(laid)) }
    const found = await played(plan, theirs, of(steps))
    some.forEach((m, k) => (end[m] = found[k]!))
  }
  return points.map(({ exponent }, m) => ({
    exponent,
    steps: steps[m]!,
    rest: rest[m]!,
    start: starts[m]!,
    end: end[m]!,
  }))
}

/** Number c of member m stands at c times members + m. */
function columns(all: readonly Readonly<Record<string, ArrayLike<number>>>[]): Own {
  const members = all.length
  return Object.fromEntries(
    Object.entries(all[0] ?? {}).map(([path, { length }]) => {
      const numbers = new Float64Array(length * members)
      for (let m = 0; m < members; m++)
        for (let c = 0; c < length; c++) numbers[c * members + m] = all[m]![path]![c]!
      return [path, numbers]
    }),
  )
}

/** Members in groups that play for about as long: what has left long ago would go on and on. */
function alike(steps: readonly number[]): number[][] {
  const groups = Map.groupBy(
    [...steps.keys()].filter((m) => steps[m]! > 0),
    (m) => bitsOf(steps[m]!),
  )
  return [...groups.values()]
}

/** Binary digits of a whole number. */
const bitsOf = (n: number): number => 32 - Math.clz32(n)

const prefixed = (section: string, state: Numbers): Numbers =>
  Object.fromEntries(Object.entries(state).map(([name, x]) => [`${section}.${name}`, x]))

const positionsIn = ({ players }: Point): number[] =>
  Array.from(players.generator.state['positions']!)

/** Those of one member. */
function positionsOf({ players, members }: Snapshot, member: number): number[] {
  const all = players.generator.state['positions']!
  return Array.from({ length: all.length / members }, (_, c) => all[c * members + member]!)
}

/** A member of an ensemble that has not moved, with the law that it learns. */
function pointAt(
  snapshot: Snapshot,
  member: number,
  numbers: Readonly<Record<string, readonly number[]>>,
): Point {
  const target = Object.entries(numbers).flatMap(([path, x]) =>
    path.startsWith('target.') ? [[path.slice('target.'.length), Float64Array.from(x)]] : [],
  )
  // All are told by the numbers that they hold: one map serves them.
  return { ...pointOf(snapshot, member), member: 0, target: Object.fromEntries(target) }
}

/** The equilibrium that a point is at, and the growth exponent of a step about it. */
function restOf(
  plan: Plan,
  from: Point,
  within: number,
): { readonly point: Point; readonly exponent: number } {
  const { map, point: start } = opened(plan, from, 'equilibrium')
  const { linearisation, distance } = findEquilibrium(map, start)
  const { point } = linearisation
  const moved = positionsIn(point).reduce(
    (most, x, k) => Math.max(most, Math.abs(x - positionsIn(from)[k]!)),
    0,
  )
  if (moved > within)
    throw new NoEquilibrium(
      `a system does not start at rest: the nearest equilibrium is ${distance} away`,
      'Give positions at which nothing moves',
    )
  return {
    point,
    exponent: log(spectrumOf(linearisation.jacobian, slackOf(linearisation)).movingRadius),
  }
}

/** Plays each member for its own number of steps, and tells where its points are then. */
async function played(plan: Plan, own: Own, steps: readonly number[]): Promise<number[][]> {
  const most = Math.max(...steps)
  const members = steps.length
  const game = await begun({ ...plan, members, steps: most + 1, every: most + 1 }, own)
  const end: number[][] = []
  let now = 0
  for (const next of [...new Set(steps)].sort((a, b) => a - b)) {
    await game.step(next - now)
    now = next
    const snapshot = game.live.snapshot()
    steps.forEach((step, m) => {
      if (step === now) end[m] = positionsOf(snapshot, m)
    })
  }
  game.live.controls.stop()
  return end
}

/** Plays members side by side, and tells where the points of all are after each of these steps. */
async function playedAll(plan: Plan, { each, after }: Games) {
  const most = Math.max(...after)
  const members = each.length
  const game = await begun({ ...plan, members, steps: most + 1, every: most + 1 }, columns(each))
  const found = each.map((): number[][] => [])
  let now = 0
  for (const next of after) {
    await game.step(next - now)
    now = next
    const snapshot = game.live.snapshot()
    found.forEach((all, m) => all.push(positionsOf(snapshot, m)))
  }
  game.live.controls.stop()
  return found
}

async function seated(plan: Plan, own: Own, members: number): Promise<Snapshot> {
  const { live } = await begun({ ...plan, members, steps: 1, every: 1 }, own)
  const snapshot = live.snapshot()
  live.controls.stop()
  return snapshot
}

/** A game that waits for its steps. */
async function begun(plan: Plan, own: Own) {
  // Many short games of many shapes: WebAssembly would take longer to make than it saves. The bits are the same.
  const options = { paused: true, own, backend: javascript }
  const live: LiveExperiment = createExperiment({ ...plan, metrics: [], detectors: [] }, options)
  let fail: (error: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => (fail = reject))
  void live.done.then(({ error }) => error && fail(error))
  const paused = new Promise<void>((resolve) =>
    live.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  await Promise.race([paused, failed])
  const step = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= piece) {
      live.controls.step(Math.min(piece, left))
      await Promise.race([new Promise((resolve) => setImmediate(resolve)), failed])
    }
  }
  return { live, step }
}

/** In pieces, so that whoever wants to interrupt is heard. */
const piece = 200
