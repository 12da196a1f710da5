import {
  observer,
  PluginError,
  type DueStep,
  type Frame,
  type Measurement,
  type Metric,
  type Moment,
  type Rules,
  type Signal,
} from '@ganglion/core'
import { sound } from './guard-plugin.ts'
import type { PluginActor } from './plugin-actor.ts'

/** A metric, and who answers for it. */
export interface Measuring {
  readonly metric: Metric
  readonly actor: PluginActor
}

/** What plays the steps of a game, and how it is copied between two of them. */
export interface Ahead {
  readonly rules: Rules
  readonly moment: () => Moment
}

/** The step that is due for each member of a game that stands still; copied once, when first asked for. */
export function aheadOf({ rules, moment }: Ahead): (member: number) => DueStep {
  let now: Moment | null = null
  return (member) => ({ rules, moment: (now ??= moment()), member })
}

/** Metrics that look at one copy of each member, in their order; one that reads what another has measured begins a round. */
export function roundsOf(metrics: readonly Measuring[]): readonly (readonly Measuring[])[] {
  const rounds: Measuring[][] = []
  const written = new Set<string>()
  for (const one of metrics) {
    if (rounds.length === 0 || one.metric.needs.some((name) => written.has(name))) {
      rounds.push([])
      written.clear()
    }
    rounds.at(-1)!.push(one)
    for (const name of one.metric.signals) written.add(name)
  }
  return rounds
}

/** What metrics measure, member after member: the copy of one is forgotten before the next one is made. */
export function measured(
  frame: Frame,
  round: readonly Measuring[],
  before: Frame | null = null,
  due: ((member: number) => DueStep) | null = null,
): Record<string, Signal> {
  const { step, members } = frame
  const needed = new Set(round.flatMap(({ metric }) => metric.needs))
  const copy = observer(frame, (name) => needed.has(name))
  const tables = round.map(({ metric, actor }) => ({
    metric,
    actor,
    columns: metric.signals.map((name) => new Column(name, members)),
    written: recalling(metric, before),
    due: metric.looksAhead ? due : null,
  }))
  for (let member = 0; member < members; member++) {
    const seen = copy(member)
    for (let k = 0; k < tables.length; k++) {
      const { metric, actor, columns, written, due } = tables[k]!
      const told: Told = [seen, written(member), due?.(member)]
      const answer = actor.ask('number', step, member, answered, metric, told)
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c]!
        if (!column.put(member, answer[column.name]))
          throw new PluginError(
            { plugin: actor.id, port: 'number', member, step },
            column.objection(answer[column.name]),
          )
      }
    }
  }
  const columns = tables.flatMap((table) => table.columns)
  return Object.fromEntries(columns.map(({ name, cells, numbers }) => [name, { cells, numbers }]))
}

type Told = Parameters<Metric['number']>

const answered = (metric: Metric, told: Told) => sound(metric.number(...told), isRecord)

/** What a metric that remembers wrote of a member in the frame before. */
function recalling(
  { remembers = false, signals }: Metric,
  before: Frame | null,
): (member: number) => Measurement | undefined {
  const known = before?.signals ?? {}
  if (!remembers || !before || !signals.every((name) => known[name])) return () => undefined
  const kept = Object.fromEntries(signals.map((name) => [name, known[name]!]))
  const copy = observer({ ...before, signals: kept })
  return (member) => copy(member).signals
}

const isRecord = (answer: unknown): boolean => typeof answer === 'object' && answer !== null

type Reading = number | readonly number[] | undefined

/** The numbers of a signal while its metric is asked: the first member tells how many each member has. */
class Column {
  readonly name: string
  cells = 0
  numbers = new Float64Array(0)
  readonly #members: number

  constructor(name: string, members: number) {
    this.name = name
    this.#members = members
  }

  /** False for what is no number and no list of numbers, and for another count than that of the first member. */
  put(member: number, value: Reading): boolean {
    const count = typeof value === 'number' ? 1 : (listOf(value)?.length ?? 0)
    if (member === 0) {
      this.cells = count
      this.numbers = new Float64Array(count * this.#members)
    }
    if (count !== this.cells || count === 0) return false
    // One number a member is the rule: no list is made of it.
    if (typeof value === 'number') this.numbers[member] = value
    else
      for (let cell = 0; cell < count; cell++)
        this.numbers[cell * this.#members + member] = value![cell]!
    return true
  }

  objection(value: Reading): string {
    const got = typeof value === 'number' ? 1 : (listOf(value)?.length ?? 'nothing')
    return `expected ${this.cells || 'some'} numbers for signal ${this.name}, got ${got}`
  }
}

const listOf = (value: Reading): readonly number[] | undefined =>
  Array.isArray(value) && value.every((v) => typeof v === 'number') ? value : undefined
