import {
  mapValues,
  PlanError,
  PluginError,
  type Blocks,
  type ExperimentState,
  type Frame,
  type Moment,
  type Outcome,
  type Plan,
  type SavedBlocks,
  type SavedPlayer,
  type SavedWatch,
  type Snapshot,
} from '@ganglion/core'
import type { Player } from './player.ts'
import type { Round } from './round.ts'
import { NotPlain, plainCopy } from './snapshot-copy.ts'
import type { Table } from './table.ts'

/** The parts of a game that its next step depends on. */
export interface Standing {
  readonly plan: Plan
  readonly firstMember: number
  readonly step: number
  readonly table: Table
  readonly round: Round
  readonly rates: Blocks
}

/** The parts of a game that change while it is played. */
export interface Playing extends Standing {
  readonly last: Frame | null
  readonly watch: SavedWatch
  readonly outcomes: readonly (Outcome | null)[]
  readonly events: Readonly<Record<string, number>>
}

/** Copies what the next step depends on. Throws a PluginError when the script remembers what cannot be copied. */
export function takeMoment({ plan, firstMember, step, table, round, rates }: Standing): Moment {
  const { generator, discriminator } = table
  return {
    members: plan.members,
    firstMember,
    step,
    players: {
      generator: savedPlayer(generator.player),
      discriminator: savedPlayer(discriminator.player),
    },
    draws: generator.draws,
    only: round.only,
    rates: numbersOf(rates),
    memory: remembered(round.memory, keeper(step, `dynamics:${plan.dynamics.plugin.name}`)),
  }
}

const keeper = (step: number, plugin: string, member: number | null = null) => ({
  plugin,
  port: 'memory',
  member,
  step,
})

/** Copies a game between two steps. Throws a PluginError when a script or a detector remembers what cannot be copied. */
export function takeSnapshot(game: Playing): Snapshot {
  const { plan, step, round } = game
  return {
    format: 1,
    plan: plan.hash,
    ...takeMoment(game),
    last: plainCopy(game.last, 'last'),
    detectors: {
      step: game.watch.step,
      members: game.watch.members.map(({ verdict, detectors }, member) => ({
        verdict,
        detectors: detectors.map((one) => ({
          ...plainCopy({ ...one, memory: null }, 'detector'),
          memory: remembered(one.memory, keeper(step, `detector:${one.detector}`, member)),
        })),
      })),
    },
    outcomes: [...game.outcomes],
    events: { ...game.events },
    wires: [round.measure, round.response, round.critique].flatMap((wire) =>
      wire.bears ? [wire.name] : [],
    ),
  }
}

/** Throws an Error unless the game is between two steps. */
export function requireSettled(state: ExperimentState, inside: boolean, recording: boolean): void {
  const when =
    state === 'preparing'
      ? 'before the game is prepared'
      : state !== 'running' && state !== 'paused'
        ? 'after the end'
        : inside
          ? 'while a step is being played or waits for a wire'
          : recording
            ? 'while a frame is being told to its subscribers'
            : null
  if (when !== null)
    throw new Error(
      `no snapshot ${when}: take it between two steps, e.g. pause and wait for the state \`paused\``,
    )
}

/** Throws an Error unless the game stands between two steps, be it for ever. */
export function requireBetween(prepared: boolean, inside: boolean): void {
  if (prepared && !inside) return
  const when = prepared
    ? 'while a step is being played or waits for a wire'
    : 'before the game is prepared'
  throw new Error(`no moment ${when}: take it between two steps, e.g. where a frame is told`)
}

/** Throws a PlanError unless this snapshot can continue this plan. */
export function requireSame(plan: Plan, firstMember: number, from: Snapshot): void {
  const differing = (
    [
      ['format', 1, from.format, 'It was written by another version of Ganglion; use that one.'],
      ['plan', plan.hash, from.plan, 'Continue it with the configuration that it was taken from.'],
      ['members', plan.members, from.members, 'Ask for the same number of members.'],
      ['first member', firstMember, from.firstMember, 'Ask for the same members.'],
    ] as const
  ).find(([, expected, got]) => expected !== got)
  if (!differing) return
  const [what, expected, got, advice] = differing
  throw new PlanError(
    `this snapshot belongs to another game: ${what} ${expected} expected, ${String(got)} found. ${advice}`,
  )
}

/** Puts players, rates and the script back to where they were. Throws a PlanError when arrays have other names or sizes. */
export function restoreSnapshot(
  from: Snapshot,
  { generator, discriminator }: Table,
  round: Round,
  rates: Blocks,
): void {
  restorePlayer(generator.player, from.players.generator)
  restorePlayer(discriminator.player, from.players.discriminator)
  generator.draws = from.draws
  discriminator.step = from.step
  round.only = from.only
  round.memory = plainCopy(from.memory, 'memory')
  write(rates, from.rates, 'rates of the dynamics')
}

function savedPlayer({ state, memory, options, ended }: Player): SavedPlayer {
  return {
    state: numbersOf(state),
    optimizer: numbersOf(memory),
    options: numbersOf(options),
    ended: ended.slice(),
  }
}

function restorePlayer(player: Player, from: SavedPlayer): void {
  write(player.state, from.state, `state of the ${player.role}`)
  write(player.memory, from.optimizer, `optimizer's memory of the ${player.role}`)
  write(player.options, from.options, `options of the ${player.role}`)
  from.ended.forEach((ended, member) => ended && player.end(member))
}

const numbersOf = (blocks: Blocks): SavedBlocks =>
  mapValues(blocks, ({ numbers }) => numbers.slice())

function write(to: Blocks, from: SavedBlocks, what: string): void {
  const told = (arrays: readonly (readonly [string, number])[]): string =>
    arrays
      .map(([name, length]) => `${name} (${length})`)
      .sort()
      .join(', ') || 'none'
  const has = told(Object.entries(to).map(([name, { numbers }]) => [name, numbers.length]))
  const had = told(Object.entries(from).map(([name, numbers]) => [name, numbers.length]))
  if (has !== had)
    throw new PlanError(
      `this snapshot belongs to another game: ${what} has arrays ${has}, the snapshot ${had}. Continue it with the plugins that it was taken with.`,
    )
  for (const [name, { numbers }] of Object.entries(to)) numbers.set(from[name]!)
}

/** A copy of what a plugin remembers; what is no plain data is the plugin's mistake. */
function remembered(memory: unknown, where: ConstructorParameters<typeof PluginError>[0]): unknown {
  try {
    return plainCopy(memory, 'memory')
  } catch (cause) {
    if (!(cause instanceof NotPlain)) throw cause
    throw new PluginError(
      where,
      `what it remembers cannot be saved: ${cause.message}. Keep plain data: numbers, words, lists, objects, typed arrays.`,
      cause,
    )
  }
}
