import type { Backend } from '@ganglion/calculus'
import type {
  Ahead,
  Ask,
  Blocks,
  Critique,
  Direction,
  Measure,
  Place,
  Rate,
  Response,
} from '@ganglion/core'
import type { Groups, Study } from '@ganglion/engine'
import { DualHistory } from './dual-history.ts'
import { DualLookahead } from './dual-lookahead.ts'
import { DualPlayer, startingWith } from './dual-player.ts'
import { bearing, Linear, type Tangents } from './linear.ts'
import { NoJacobian } from './no-jacobian.ts'

interface Bent {
  readonly ascent: Direction
  readonly critique: Critique
}

/** Answers what a script asks of a discriminator, tangents included. */
export class DualDiscriminator {
  readonly dual: DualPlayer | DualHistory
  readonly #study: Study
  readonly #desk: Study['table']['discriminator']
  readonly #backend: Backend
  readonly #respond: Linear
  #bends: Readonly<Record<'payoff' | 'loss', Linear>> | null = null
  #ahead: DualLookahead | null = null
  /** By steps, where the state grows. */
  readonly #aheads = new Map<number, Linear>()

  constructor(study: Study, backend: Backend) {
    this.dual = study.derived.growth
      ? new DualHistory(study, backend)
      : new DualPlayer(study, 'discriminator', backend)
    this.#study = study
    this.#desk = study.table.discriminator
    this.#backend = backend
    this.#respond = new Linear(study.derived.respond, moves, backend)
  }

  answer(ask: Ask<unknown>): unknown {
    const [first, second, third] = ask.payload
    switch (ask.port) {
      case 'respond':
        return this.#answer(ask, first as Measure, second as { at?: Place; after?: Ahead })
      case 'bend':
        return this.#bend(ask)
      case 'best':
        throw new NoJacobian(
          `discriminator ${this.#study.plan.discriminator.plugin.name} jumps to its best answer, of which only values are known`,
          'Analyse a dynamics that takes gradient steps, such as alternating with many discriminatorSteps',
        )
      case 'become':
        return this.dual.become(first as Place)
      case 'ascend':
        return this.dual.move(
          first as Direction,
          second as Rate,
          (third as { only?: readonly string[] } | undefined)?.only,
        )
      case 'displaced':
        return this.dual.displaced(first as Direction, second as Rate)
      default: {
        const noise = this.#desk.answer(ask) as Direction
        return { ...noise, blocks: bearing(noise.blocks, {}) }
      }
    }
  }

  #answer(
    ask: Ask<unknown>,
    measure: Measure,
    { at, after }: { at?: Place; after?: Ahead } = {},
  ): Response {
    const response = this.#desk.answer(ask) as Response
    const state = at?.blocks ?? this.dual.state
    const moving = { state, measure: measure.coordinates }
    const values = { ...this.#desk.groupsAt(measure, state), ...moving }
    const found =
      after && after.steps > 0
        ? this.#looked(values, moving, after)
        : this.#respond.run(values, moving, this.dual.player.members)
    const bent = answered(response, found, measure)
    if (this.dual instanceof DualHistory)
      this.dual.tell(bent.ascent, { own: response.ascent, measure, state })
    return {
      type: 'response',
      ...bent,
      // Few look at them: they are computed when somebody does.
      get payoff() {
        return response.payoff
      },
      get loss() {
        return response.loss
      },
    }
  }

  #looked(values: Groups, moving: Groups, after: Ahead): Tangents {
    if (this.dual instanceof DualHistory) return this.#closed(values, moving, after)
    this.#ahead ??= new DualLookahead(this.#study.derived.lookahead(), moves, this.#backend)
    return this.#ahead.look(values, moving, after, this.dual.player.members)
  }

  /** A state that grows looks ahead in closed form. */
  #closed(values: Groups, moving: Groups, { steps, rate }: Ahead): Tangents {
    const { programs } = this.#study.derived.growth!
    const ahead = this.#aheads.get(steps) ?? new Linear(programs.ahead(steps), moves, this.#backend)
    this.#aheads.set(steps, ahead)
    const scalars = { '': { rate: rate.block } }
    return ahead.run({ ...values, ...scalars }, { ...moving, ...scalars }, this.dual.player.members)
  }

  #bend(ask: Ask<unknown>): Bent {
    const [measure, d, dm, of = 'payoff'] = ask.payload as [
      Measure,
      Direction | null,
      Measure | null,
      ('payoff' | 'loss')?,
    ]
    const bent = this.#desk.answer(ask) as Bent
    const { bendPayoff, bendLoss } = this.#study.derived.discriminator
    this.#bends ??= {
      payoff: new Linear(bendPayoff, moves, this.#backend),
      loss: new Linear(bendLoss, moves, this.#backend),
    }
    const moving = {
      state: this.dual.state,
      measure: measure.coordinates,
      direction: d?.blocks ?? still(bent.ascent.blocks),
      change: dm?.coordinates ?? still(bent.critique.coordinates),
    }
    const values = { ...this.#desk.groupsAt(measure), ...moving }
    const found = this.#bends[of].run(values, moving, this.dual.player.members)
    return answered(bent, found, measure)
  }
}

const moves = (input: string): boolean =>
  /^(?:state|measure|direction|change|adjoint|total)\.|^rate$/.test(input)

function answered({ ascent, critique }: Bent, found: Tangents, of: Measure): Bent {
  const [up, down] = [startingWith('ascent.', found), startingWith('critique.', found)]
  return {
    ascent: { ...ascent, blocks: bearing(ascent.blocks, up) },
    critique: { ...critique, of, coordinates: bearing(critique.coordinates, down) },
  }
}

/** Zeros that stay zeros. */
function still(like: Blocks): Blocks {
  const zeros = Object.entries(like).map(([name, block]) => [
    name,
    { ...block, numbers: new Float64Array(block.numbers.length) },
  ])
  return bearing(Object.fromEntries(zeros) as Blocks, {})
}
