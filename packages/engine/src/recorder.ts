import { mapValues, type Block, type Blocks, type Frame, type Signal } from '@ganglion/core'
import type { DiscriminatorDesk } from './discriminator-desk.ts'
import type { GeneratorDesk } from './generator-desk.ts'
import { aheadOf, measured, roundsOf, type Ahead, type Measuring } from './measured.ts'

/** Makes frames: copies what the players are, asks for payoff and gradients at this very state, computes metrics. */
export class Recorder {
  readonly #generator: GeneratorDesk
  readonly #discriminator: DiscriminatorDesk
  readonly #rounds: readonly (readonly Measuring[])[]
  readonly #target: Readonly<Record<string, Signal>>
  readonly #ahead: Ahead
  readonly #everyStep: readonly Measuring[]
  /** What metrics need of the players: its name, whose it is, and what it is called there. */
  readonly #needs: readonly (readonly [string, string, string])[]

  constructor(
    generator: GeneratorDesk,
    discriminator: DiscriminatorDesk,
    target: Blocks,
    metrics: readonly Measuring[],
    ahead: Ahead,
  ) {
    this.#generator = generator
    this.#discriminator = discriminator
    this.#rounds = roundsOf(metrics)
    this.#ahead = ahead
    this.#everyStep = metrics.filter(({ metric }) => metric.everyStep)
    this.#target = prefixed('target', target)
    this.#needs = [...new Set(metrics.flatMap(({ metric }) => metric.needs))].flatMap((need) => {
      const [, owner, name] = /^(generator|discriminator)\.(.+)$/.exec(need) ?? []
      return owner && name ? [[need, owner, name] as const] : []
    })
  }

  /** Adds numeric options of the players that a metric needs, where nothing else is called so. */
  #addOptions(signals: Record<string, Signal>): void {
    for (const [name, owner, option] of this.#needs) {
      const { options } =
        owner === 'generator' ? this.#generator.player : this.#discriminator.player
      if (!Object.hasOwn(signals, name) && Object.hasOwn(options, option))
        signals[name] = copy(options[option]!)
    }
  }

  /** Whether any metric also measures between frames. */
  get glances(): boolean {
    return this.#everyStep.length > 0
  }

  /** What metrics of every step write after a step between frames, and nothing else of that step. */
  glance(step: number, before: Frame | null): Frame {
    const { members } = this.#generator.player
    const measure = this.#generator.measure({ draw: 0 })
    const needed = new Set(this.#everyStep.flatMap(({ metric }) => metric.needs))
    const views = [
      ...viewed('generator', this.#generator.player.state),
      ...viewed('generator', measure.coordinates),
      ...viewed('discriminator', this.#discriminator.player.state),
    ]
    const signals = {
      ...Object.fromEntries(views.filter(([name]) => needed.has(name))),
      ...this.#target,
    }
    const told = measured({ step, members, signals }, this.#everyStep, before)
    this.#generator.recycle()
    return { step, members, signals: told }
  }

  /** The frame of a step; metrics that remember are told what they wrote in the one `before`. */
  frame(step: number, before: Frame | null): Frame {
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
    this.#addOptions(signals)
    this.#generator.recycle()
    this.#discriminator.recycle()
    const frame = { step, members, signals }
    const due = aheadOf(this.#ahead)
    for (const round of this.#rounds) Object.assign(signals, measured(frame, round, before, due))
    return frame
  }
}

/** Arrays as they are: whoever reads them copies what is to stay. */
const viewed = (prefix: string, blocks: Blocks): (readonly [string, Signal])[] =>
  Object.entries(blocks).map(([name, block]) => [`${prefix}.${name}`, block])

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
    for (let cell = 0; cell < b.cells; cell++)
      for (let m = 0; m < members; m++) {
        const part = b.numbers[cell * members + m]!
        numbers[m]! += part * part
      }
  for (let m = 0; m < members; m++) numbers[m] = Math.sqrt(numbers[m]!)
  return { cells: 1, numbers }
}
