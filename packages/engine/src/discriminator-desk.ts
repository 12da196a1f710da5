import {
  mapValues,
  type Ask,
  type Ahead,
  type Block,
  type Blocks,
  type Direction,
  type Discriminator,
  type DiscriminatorPrograms,
  type Measure,
  type Place,
  type Rate,
  type Response,
} from '@ganglion/core'
import { stream, type Stream } from '@ganglion/numerics'
import { Answer, bentOf, type Bent, type Findings } from './answer.ts'
import { Call, type Groups } from './call.ts'
import { drawNoise } from './draw-noise.ts'
import { placeBest } from './best-place.ts'
import type { Derived } from './derive.ts'
import { Growth } from './growth.ts'
import { Joint } from './joint.ts'
import { Lookahead } from './lookahead.ts'
import { Player } from './player.ts'
import { cellsOf, type PlayerSetup } from './player-start.ts'
import { block, Pool } from './pool.ts'
import { Sized } from './sized.ts'

/** Answers what a script asks of a discriminator. */
export class DiscriminatorDesk {
  readonly player: Player
  readonly #derived: Derived
  readonly #programs: DiscriminatorPrograms
  readonly #plugin: Discriminator
  readonly #setup: PlayerSetup
  readonly #target: Blocks
  readonly #terms: Blocks
  readonly #noise: Blocks
  readonly #streams: Readonly<Record<string, Stream>>
  readonly #responses: Pool<Answer>
  readonly #bents: Pool<Bent>
  readonly #bendCalls: Readonly<Record<'payoff' | 'loss', Call>>
  readonly #own: { readonly call: Call; readonly payoff: Block } | null
  /** Where both moves against one answer can be one kernel. */
  readonly joint: Joint | null
  /** Where the state grows. */
  readonly #growth: Growth | null
  #lookahead: Lookahead | null = null
  readonly #like: (blocks: Blocks) => Blocks
  readonly #still: { readonly direction: Blocks; readonly change: Blocks }
  /** Those given in this step. */
  readonly #answers: Answer[] = []
  #noiseDraw = -1
  step = 0

  constructor(
    derived: Derived,
    plugin: Discriminator,
    setup: PlayerSetup,
    target: Blocks,
    terms: Blocks,
  ) {
    const { discriminator: programs, coordinates } = derived
    this.#derived = derived
    this.#programs = programs
    this.#plugin = plugin
    this.#setup = setup
    this.#target = target
    this.#terms = terms
    this.player = new Player(setup)
    const { members, backend, poison } = setup
    const make = (cells: number): Block => block((n) => backend.allocate(n), cells, members)
    this.#noise = Object.fromEntries(
      programs.draws.map((d) => [d.name.slice(d.name.indexOf('.') + 1), make(cellsOf(d.axes))]),
    )
    this.#streams = mapValues(this.#noise, (_, name) =>
      stream(setup.seed, `discriminator.noise.${name}`),
    )
    const like = (
      names: readonly string[],
      cells: (name: string) => number,
    ): Record<string, Block> => Object.fromEntries(names.map((name) => [name, make(cells(name))]))
    const trained = () =>
      like(programs.symbols.trained, (n) => cellsOf(programs.symbols.shapes[n]!))
    const change = (names: readonly string[]) =>
      like(names, (n) => cellsOf(programs.laws.generated[n]!.symbol.axes))
    const all = Object.keys(programs.laws.generated)
    const sized = derived.growth && new Sized(derived.growth, backend)
    const [slopes, values] = [new Call(derived.respond, backend), new Call(derived.value, backend)]
    const callsAt = ({ state }: Groups) => sized?.at(state!) ?? { slopes, values }
    const findings: Findings = {
      slopes: (groups, outputs) => callsAt(groups).slopes.run(groups, outputs, members),
      values: (groups, outputs) => callsAt(groups).values.run(groups, outputs, members),
    }
    this.#like = (blocks) => mapValues(blocks, (b) => make(b.cells))
    this.#still = { direction: trained(), change: change(all) }
    this.#bents = new Pool(
      () => bentOf(trained(), change(all)),
      (b) => Object.values(b.outputs),
      poison,
    )
    this.#responses = new Pool(
      () => {
        const bent = bentOf(trained(), change(coordinates))
        return new Answer(bent, make(1), make(1), programs.zeroSum, findings)
      },
      (r) => Object.values(r.outputs),
      poison,
    )
    this.joint = derived.joint && new Joint(derived.joint, backend, this.player)
    this.#growth = sized && new Growth(sized, programs, plugin, setup, this.player)
    this.player.beforeOverwriting = (state) => this.#closeAnswers(state)
    this.#own = derived.own && { call: new Call(derived.own, backend), payoff: make(1) }
    this.#bendCalls = {
      payoff: new Call(programs.bendPayoff, backend),
      loss: new Call(programs.bendLoss, backend),
    }
  }

  answer(ask: Ask<unknown>): unknown {
    const [first, second, third, fourth] = ask.payload
    switch (ask.port) {
      case 'respond':
        return this.respond(first as Measure, second as { at?: Place; after?: Ahead } | undefined)
      case 'bend':
        return this.#bend(
          first as Measure,
          second as Direction | null,
          third as Measure | null,
          fourth as 'payoff' | 'loss' | undefined,
        )
      case 'best':
        return placeBest(
          this.#plugin,
          this.#programs,
          this.#setup,
          this.player,
          this.#target,
          first as Measure,
          this.step,
        )
      case 'become':
        this.#growth?.forget()
        return this.player.become(first as Place)
      case 'ascend':
        return this.ascend(
          first as Direction,
          second as Rate,
          (third as { only?: string[] } | undefined)?.only,
        )
      case 'displaced':
        return this.#displaced(first as Direction, second as Rate)
      case 'noise':
        return drawNoise(this.player.directions.take(), this.#setup, first as number)
      default:
        throw new Error(`a discriminator has no port ${ask.port}`)
    }
  }

  respond(measure: Measure, { at, after }: { at?: Place; after?: Ahead } = {}): Response {
    const state = at?.blocks ?? this.player.state
    if (after && after.steps > 0) return this.#unrolled(measure, state, after)
    return this.#respondAt(measure, state)
  }

  /** Moves along a direction; the move may wait for the generator's, which nobody can tell from outside. */
  ascend(direction: Direction, rate: Rate, only?: readonly string[]): void {
    if (this.#growth) return this.#growth.move(direction, rate, this.step)
    if (!only && this.joint?.ascend(direction, rate)) return
    this.player.move(direction, rate, only)
  }

  /** The game's own payoff: of players who have changed places, another than they see. Valid until it is asked again. */
  payoff(measure: Measure, response: Response): Block {
    if (!this.#own) return response.payoff
    const { call, payoff } = this.#own
    call.run(this.#groups(measure, this.player.state), { payoff }, this.player.members)
    return payoff
  }

  /** What its programs read of a measure, at its state or a place's: for whoever asks more of them. */
  groupsAt(measure: Measure, state: Blocks = this.player.state): Groups {
    return this.#groups(measure, state)
  }

  recycle(): void {
    this.player.recycle()
    this.#growth?.forget()
    this.#responses.recycle()
    this.#answers.length = 0
    this.#bents.recycle()
  }

  #respondAt(measure: Measure, state: Blocks): Answer {
    const response = this.#responses.take()
    response.ask(this.#groups(measure, state), measure, true)
    this.#growth?.tell(response.ascent, response.groups, state)
    this.#answers.push(response)
    if (this.joint && state === this.player.state) this.joint.offer(response, measure)
    else response.findSlopes()
    return response
  }

  /** Before a state is overwritten, what was asked about it is computed. */
  #closeAnswers(state: Blocks): void {
    for (const answer of this.#answers) if (answer.groups['state'] === state) answer.close()
  }

  #bend(
    measure: Measure,
    direction: Direction | null,
    change: Measure | null,
    of: 'payoff' | 'loss' = 'payoff',
    state = this.player.state,
  ): Bent {
    if (this.#growth && direction)
      throw new Error(
        'a state that grows has no second derivatives along its own directions: use a dynamics that takes plain steps, or a discriminator with parameters (features)',
      )
    const bent = this.#bents.take()
    bent.critique.of = measure
    const groups = {
      ...this.#groups(measure, state),
      direction: direction?.blocks ?? this.#still.direction,
      change: change?.coordinates ?? this.#still.change,
    }
    this.#bendCalls[of].run(groups, bent.outputs, this.player.members)
    return bent
  }

  /** The answer at a place, its critique replaced by the total derivative through `steps` ascent steps of a copy. */
  #unrolled(measure: Measure, state: Blocks, { steps, rate }: Ahead): Response {
    if (!this.player.plain) {
      throw new Error(
        `looking ahead takes plain gradient steps; optimizer ${this.#derived.optimizer} takes others. Use sgd, or a dynamics that does not look ahead.`,
      )
    }
    const response = this.#responses.take()
    response.ask(this.#groups(measure, state), measure, false)
    this.#answers.push(response)
    const into = { ascent: response.ascent.blocks, total: response.critique.coordinates }
    const { groups } = response
    if (this.#growth) {
      this.#growth.tell(response.ascent, groups, state)
      this.#growth.look(response.outputs, groups, steps, rate.block)
      return response
    }
    this.#lookahead ??= new Lookahead(
      this.#derived.lookahead(),
      this.#setup.backend,
      into,
      this.#like,
    )
    this.#lookahead.look(into, groups, state, steps, rate.block, this.player.members)
    return response
  }

  #displaced(direction: Direction, rate: Rate): Place {
    if (!this.#growth) return this.player.displaced(direction, rate)
    const place = this.player.places.take()
    this.#growth.displace(direction, rate, place.blocks, this.step)
    return place
  }

  #groups(measure: Measure, state: Blocks) {
    this.#drawNoise(measure.draw)
    return {
      state,
      measure: measure.coordinates,
      target: this.#target,
      option: this.player.options,
      noise: this.#noise,
      term: this.#terms,
    }
  }

  #drawNoise(draw: number): void {
    if (draw === this.#noiseDraw) return
    this.#noiseDraw = draw
    for (const [name, { numbers, cells, members }] of Object.entries(this.#noise)) {
      for (let cell = 0; cell < cells; cell++) {
        for (let m = 0; m < members; m++) {
          numbers[cell * members + m] = this.#streams[name]!.uniform(
            this.#setup.firstMember + m,
            draw * cells + cell,
          )
        }
      }
    }
  }
}
