import {
  mapValues,
  observeAll,
  PluginError,
  type Block,
  type Blocks,
  type Frame,
  type Metric,
  type Observation,
  type Signal,
} from '@ganglion/core'
import type { DiscriminatorDesk } from './discriminator-desk.ts'
import type { GeneratorDesk } from './generator-desk.ts'
import { sound } from './guard-plugin.ts'
import type { PluginActor } from './plugin-actor.ts'

/** Makes frames: copies what the players are, asks for payoff and gradients at this very state, computes metrics. */
export class Recorder {
  readonly #generator: GeneratorDesk
  readonly #discriminator: DiscriminatorDesk
  readonly #metrics: readonly { readonly metric: Metric; readonly actor: PluginActor }[]
  readonly #target: Readonly<Record<string, Signal>>

  constructor(
    generator: GeneratorDesk,
    discriminator: DiscriminatorDesk,
    target: Blocks,
    metrics: readonly { metric: Metric; actor: PluginActor }[],
  ) {
    this.#generator = generator
    this.#discriminator = discriminator
    this.#metrics = metrics
    this.#target = prefixed('target', target)
  }

  frame(step: number): Frame {
    const { members } = this.#generator.player
    const measure = this.#generator.measure({ draw: 0 })
    const response = this.#discriminator.respond(measure)
    const pulled = this.#generator.pull(response.critique)
    const signals: Record<string, Signal> = {
      ...prefixed('generator', this.#generator.player.state),
      ...prefixed('generator', measure.coordinates),
      ...prefixed('discriminator', this.#discriminator.player.state),
      ...this.#target,
      payoff: copy(this.#discriminator.payoff(measure, response)),
      'gradient.generator': norm(pulled.blocks, members),
      'gradient.discriminator': norm(response.ascent.blocks, members),
    }
    this.#generator.recycle()
    this.#discriminator.recycle()
    const frame = { step, members, signals }
    let seen: readonly Observation[] | null = null
    const added = new Set<string>()
    for (const { metric, actor } of this.#metrics) {
      // All look at one copy of each member, but for those that read what an earlier one has measured.
      if (!seen || metric.needs.some((name) => added.has(name))) seen = observeAll(frame)
      Object.assign(signals, measured(step, seen, metric, actor))
      for (const name of metric.signals) added.add(name)
    }
    return frame
  }
}

function measured(
  step: number,
  seen: readonly Observation[],
  metric: Metric,
  actor: PluginActor,
): Record<string, Signal> {
  const answers = seen.map((observation, member) =>
    actor.guard('number', step, member, () => sound(metric.number(observation), isRecord)),
  )
  return Object.fromEntries(
    metric.signals.map((name) => [name, column(answers, name, actor, step)]),
  )
}

/** Numbers by signal, as a metric answers. */
type Answers = ReturnType<Metric['number']>

function column(
  answers: readonly Answers[],
  name: string,
  actor: PluginActor,
  step: number,
): Signal {
  const members = answers.length
  const cells = listOf(answers[0]?.[name])?.length ?? 0
  const numbers = new Float64Array(cells * members)
  for (let member = 0; member < members; member++) {
    const value = answers[member]![name]
    // One number a member is the rule: no list is made of it.
    if (cells === 1 && typeof value === 'number') numbers[member] = value
    else {
      const list = listOf(value)
      if (list?.length !== cells || cells === 0)
        throw new PluginError(
          { plugin: actor.id, port: 'number', member, step },
          `expected ${cells || 'some'} numbers for signal ${name}, got ${list ? list.length : 'nothing'}`,
        )
      list.forEach((one, cell) => (numbers[cell * members + member] = one))
    }
  }
  return { cells, numbers }
}

const isRecord = (answer: unknown): boolean => typeof answer === 'object' && answer !== null

const listOf = (value: number | readonly number[] | undefined): readonly number[] | undefined => {
  if (typeof value === 'number') return [value]
  return Array.isArray(value) && value.every((v) => typeof v === 'number') ? value : undefined
}

function prefixed(prefix: string, blocks: Blocks): Record<string, Signal> {
  return Object.fromEntries(
    Object.entries(mapValues(blocks, copy)).map(([name, signal]) => [`${prefix}.${name}`, signal]),
  )
}

const copy = ({ cells, numbers }: Block): Signal => ({ cells, numbers: numbers.slice() })

/** The Euclidean length over all arrays, a number per member. */
function norm(blocks: Blocks, members: number): Signal {
  const numbers = new Float64Array(members)
  for (const b of Object.values(blocks))
    for (let k = 0; k < b.numbers.length; k++)
      numbers[k % members]! += b.numbers[k]! * b.numbers[k]!
  return { cells: 1, numbers: numbers.map((square) => Math.sqrt(square)) }
}
