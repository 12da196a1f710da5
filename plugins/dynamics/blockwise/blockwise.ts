import {
  defineDynamics,
  stepSize,
  type Ask,
  type Direction,
  type Measure,
  type Ports,
  type Rate,
  type Response,
  type Steps,
} from '@ganglion/core'

/** A part of the players' state that moves at one time. */
type Turn = 'weights' | 'discriminator' | 'means'

/** Arrays of the generator that weigh its components, however they are parametrised. All others go with the means. */
const weighing = ['weights', 'logits']

/** A move of the generator: a direction, and the arrays that go along it. */
interface Move {
  readonly slope: Direction
  readonly only: readonly string[]
}

type Asks<T> = Generator<Ask<unknown>, T, unknown>

/** What is known of the step so far; a move makes what it changes unknown. */
interface Known {
  law: Measure | null
  answer: Response | null
}

/** The discriminator's answer to the law as both stand now, asked once as long as nobody moves. */
function* answered({ generator, discriminator }: Ports, known: Known): Asks<Response> {
  const law = (known.law ??= yield* generator.measure())
  return (known.answer ??= yield* discriminator.respond(law))
}

/** The generator's move of one turn; null where it trains no such array. */
function* decided(ports: Ports, known: Known, turn: Turn): Asks<Move | null> {
  const { critique } = yield* answered(ports, known)
  const slope = yield* ports.generator.pull(critique)
  const trained = Object.keys(slope.blocks)
  const only = trained.filter((array) => weighing.includes(array) === (turn === 'weights'))
  return only.length === 0 ? null : { slope, only }
}

function* descend({ generator }: Ports, known: Known, move: Move, rate: Rate): Steps {
  yield* generator.descend(move.slope, rate, { only: move.only })
  known.law = known.answer = null
}

function* ascend(ports: Ports, known: Known, rate: Rate): Steps {
  const { ascent } = yield* answered(ports, known)
  yield* ports.discriminator.ascend(ascent, rate)
  known.answer = null
}

/** The players' arrays move one block after the other: the weights, the discriminator, everything else of the generator. */
const blockwise = defineDynamics({
  name: 'blockwise',
  source: 'Gauss-Seidel order of updates; singh-tong, fig. 10',
  options: {
    order: {
      choices: [
        'weights-discriminator-means',
        'weights-means-discriminator',
        'discriminator-weights-means',
        'discriminator-means-weights',
        'means-weights-discriminator',
        'means-discriminator-weights',
      ],
      description: 'which block moves first, second and last',
    },
    weightsSeen: {
      choices: ['before', 'fresh'],
      description: 'whether later blocks see the weights from before the step or the moved ones',
    },
    generatorRate: stepSize('the generator'),
    discriminatorRate: stepSize('the discriminator'),
  },
  script: ({ order, weightsSeen, generatorRate, discriminatorRate }) => ({
    *step(ports) {
      const known: Known = { law: null, answer: null }
      let late: Move | null = null
      for (const turn of order.split('-') as Turn[]) {
        if (turn === 'discriminator') {
          yield* ascend(ports, known, discriminatorRate)
          continue
        }
        const move = yield* decided(ports, known, turn)
        // Nobody may see them yet: decided now, carried out when all others have moved.
        if (turn === 'weights' && weightsSeen === 'before') late = move
        else if (move) yield* descend(ports, known, move, generatorRate)
      }
      if (late) yield* descend(ports, known, late, generatorRate)
    },
  }),
})

export default blockwise
