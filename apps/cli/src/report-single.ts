import { versions } from 'node:process'
import {
  far,
  observe,
  toldEvidence,
  type Frame,
  type GanglionEvent,
  type Plan,
} from '@ganglion/core'
import { planeOf, trajectoryOf, weightsOf, type ReportRun, type Table } from '@ganglion/report'
import { experiment } from 'ganglion'
import { keptGame, type KeptGame } from './kept-game.ts'
import { fileName } from './report-figures.ts'
import { missedTable } from './report-missed.ts'
import { discriminatorText } from './stated.ts'
import { version } from './version.ts'

/** A game of one member that was played to its end, with all of its frames. */
export interface PlayedSingle extends KeptGame {
  /** The preset or file. */
  readonly target: string
  readonly title: string
  /** What was laid over it, as `--set` takes it. */
  readonly set?: readonly string[]
  /** The name of the run in which it is stored. */
  readonly run?: string
  /** Whether it is its preset unchanged; one that is not serves no claim. */
  readonly asPreset?: boolean
  readonly plan: Pick<Plan, 'config' | 'hash' | 'seed'>
}

/** Plays a target and keeps all of its frames. Rejects with a ConfigError, or with the PluginError of a game that failed. */
export async function playSingle(
  target: string,
  title: string,
  set: readonly string[] = [],
): Promise<PlayedSingle> {
  const live = experiment(target, { set })
  const kept = await keptGame(live)
  return { target, title, set, plan: await live.plan, ...kept }
}

/** A single run as a report shows it. */
export function reportSingle(played: PlayedSingle): ReportRun {
  const { target, title, set = [], run, plan, frames, events, result } = played
  const figure = trajectoryOf(frames, {
    name: fileName(run ?? target, 'trajectories'),
    title: `${title}: means, intervals and optimum over steps`,
  })
  const weights = weightsOf(frames, {
    name: fileName(run ?? target, 'weights'),
    title: `${title}: weights over steps`,
  })
  const plane = planeOf(frames, {
    name: fileName(run ?? target, 'plane'),
    title: `${title}: the ways of the points, from ring to dot; true points are crosses`,
  })
  const figures = [figure, weights, plane].filter((one) => one !== null)
  const { discriminator } = plan.config as {
    readonly discriminator?: { readonly zeros?: unknown } | undefined
  }
  const searched = discriminator?.zeros === 'bracketed'
  const missed = missedTable(frames, searched)
  const overrides = set.map((one) => ` --set '${one.replaceAll("'", `'\\''`)}'`).join('')
  return {
    name: run ?? target,
    title: `${run ?? target}: ${run === undefined ? title : `${title} of ${target}`}`,
    command: run === undefined ? `ganglion run ${target}${overrides}` : `ganglion verify ${run}`,
    facts: [
      ['outcome', `${result.outcome} after ${result.steps} steps`],
      ['seed', `${plan.seed}`],
      ['discriminator', discriminatorText(plan.config)],
      ['hash of the plan', plan.hash],
      ['ganglion', version()],
      ['node', versions.node],
    ],
    figures,
    ...(figures.length > 0
      ? {}
      : { note: 'No figure: this game has no means of a generator, and no points in the plane.' }),
    tables: [timeline(events), ...(missed ? [missed] : []), lastFrame(result.final)],
    plan: plan.config,
  }
}

function timeline(events: readonly GanglionEvent[]): Table {
  return {
    title: 'Events',
    columns: [
      { label: 'step', number: true },
      { label: 'event' },
      { label: 'since', number: true },
      { label: 'evidence' },
    ],
    rows: events.map((event) => {
      if (event.type === 'insufficient-data')
        return [
          `${event.step}`,
          event.event,
          '',
          `not watched: missing ${event.missing.join(', ')}`,
        ]
      const evidence = toldEvidence(event).map(([name, v]) => `${name} ${shown(v)}`)
      const cleared = event.type === 'cleared' ? ' cleared' : ''
      return [`${event.step}`, `${event.event}${cleared}`, `${event.since}`, evidence.join(', ')]
    }),
  }
}

function lastFrame(frame: Frame): Table {
  const { step, signals } = observe(frame, 0)
  return {
    title: `Numbers at step ${step}`,
    columns: [{ label: 'signal' }, { label: 'value' }],
    rows: Object.entries(signals).map(([name, value]) => [name, listed([value].flat())]),
  }
}

/** Longer lists are told by their beginning: nobody reads thousands of numbers in a table. */
const mostListed = 64

/** Numbers of a frame as a line. */
export function listed(numbers: readonly number[]): string {
  if (numbers.length <= mostListed) return numbers.map(shown).join(', ')
  return `${numbers.slice(0, 8).map(shown).join(', ')} ... (${numbers.length} numbers)`
}

/** A number of a frame; what stands for infinity in a state is infinity. */
function shown(value: number): string {
  if (Math.abs(value) === far) return value < 0 ? '-Infinity' : 'Infinity'
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5)))
}
