import type { Block, Rules } from '@ganglion/core'
import { pointAt, vectorOf, type Section } from './joint-state.ts'
import { NoJacobianHere } from './no-jacobian.ts'
import type { Point } from './point.ts'
import { Noisy, Rehearsal } from './rehearsal.ts'

/** So many directions are followed in one pass. */
const mostLanes = 256

/** One step about a point: where it leads, and its Jacobian. */
export interface Linearisation {
  readonly point: Point
  readonly sections: readonly Section[]
  readonly at: Float64Array
  /** The joint state after the step. */
  readonly next: Float64Array
  /** d next_i / d at_j, row i, column j; exact to rounding. */
  readonly jacobian: readonly Float64Array[]
}

/** The steps of a plan as a map of the joint state, member by member. */
export class JointMap {
  readonly #plan: Rules
  #rehearsal: Rehearsal | null = null

  constructor(plan: Rules) {
    this.#plan = plan
  }

  /** Whether a step draws random numbers; known after one has been played. */
  get random(): boolean {
    return this.#rehearsal?.random ?? false
  }

  /** The joint state of a point. */
  vector(point: Point): Float64Array {
    return vectorOf(point, this.#seated(1, point).arrays).numbers
  }

  /** A point with another joint state. */
  moved(point: Point, numbers: Float64Array): Point {
    return pointAt(point, this.#seated(1, point).arrays, numbers)
  }

  /** A step. */
  next(point: Point): Point {
    const played = this.#played(1, point, (rehearsal) =>
      rehearsal.play(point, (cells) => new Float64Array(cells * rehearsal.lanes)),
    )
    return played.point(point)
  }

  /** What a state that grows is taught in the step that is due, move by move. */
  taught(point: Point): Rehearsal['taught'] {
    return this.#played(1, point, (rehearsal) => {
      rehearsal.play(point, (cells) => new Float64Array(cells * rehearsal.lanes))
      return [...rehearsal.taught]
    })
  }

  /** Whether a step leaves the shape of the joint state as it is; the memory of a script may grow at first. */
  keepsShape(point: Point): boolean {
    return shapeOf(this.sections(this.next(point))) === shapeOf(this.sections(point))
  }

  /** The Jacobian of a step at a point. Throws a NoJacobian where there is none. */
  linearised(point: Point): Linearisation {
    const { sections, numbers: at } = vectorOf(point, this.#seated(1, point).arrays)
    if (!at.every(Number.isFinite))
      throw new NoJacobianHere(
        `the state is not finite at step ${point.step}: it has diverged`,
        'Analyse an earlier step',
      )
    const size = at.length
    const jacobian = Array.from({ length: size }, () => new Float64Array(size))
    const next = new Float64Array(size)
    for (let from = 0; from < size;) {
      from = this.#played(size, point, (rehearsal) => {
        const { lanes } = rehearsal
        const { blocks } = rehearsal.play(point, seeding(from, lanes))
        requireSame(sections, blocks, point.step)
        copy(blocks, { from, lanes, next, jacobian })
        return from + lanes
      })
    }
    return { point, sections, at, next, jacobian }
  }

  /** How the state after the step changes along directions of the joint state, one after the other. */
  along(point: Point, directions: readonly Float64Array[]): Float64Array[] {
    const found: Float64Array[] = []
    while (found.length < directions.length) {
      this.#played(directions.length, point, (rehearsal) => {
        const { lanes } = rehearsal
        const some = directions.slice(found.length, found.length + lanes)
        const { blocks } = rehearsal.play(point, leading(some, lanes))
        found.push(...some.map((_, lane) => changeIn(blocks, lane, lanes)))
      })
    }
    return found
  }

  /** What the joint state of a point is made of. */
  sections(point: Point): readonly Section[] {
    return vectorOf(point, this.#seated(1, point).arrays).sections
  }

  #seated(wanted: number, { member }: Point): Rehearsal {
    const lanes = this.random ? 1 : Math.min(mostLanes, wanted)
    const found = this.#rehearsal
    if (found?.member === member && (lanes === found.lanes || wanted === 1)) return found
    return (this.#rehearsal = new Rehearsal(this.#plan, lanes, member))
  }

  /** Noise belongs to a member: where a step draws some, the directions are followed one after the other. */
  #played<T>(wanted: number, point: Point, play: (rehearsal: Rehearsal) => T): T {
    try {
      return play(this.#seated(wanted, point))
    } catch (error) {
      if (!(error instanceof Noisy)) throw error
      this.#rehearsal = new Rehearsal(this.#plan, 1, point.member)
      return play(this.#rehearsal)
    }
  }
}

/** Unit tangents: lane k follows coordinate from + k. */
function seeding(from: number, lanes: number): (cells: number) => Float64Array {
  let coordinate = 0
  return (cells) => {
    const tangent = new Float64Array(cells * lanes)
    for (let cell = 0; cell < cells; cell++, coordinate++) {
      const lane = coordinate - from
      if (lane >= 0 && lane < lanes) tangent[cell * lanes + lane] = 1
    }
    return tangent
  }
}

/** Tangents along given directions: lane k follows the k-th of them. */
function leading(
  directions: readonly Float64Array[],
  lanes: number,
): (cells: number) => Float64Array {
  let coordinate = 0
  return (cells) => {
    const tangent = new Float64Array(cells * lanes)
    for (let cell = 0; cell < cells; cell++, coordinate++)
      directions.forEach((one, lane) => {
        tangent[cell * lanes + lane] = one[coordinate]!
      })
    return tangent
  }
}

/** How all coordinates change in a lane. */
function changeIn(
  blocks: readonly (readonly [string, Block])[],
  lane: number,
  lanes: number,
): Float64Array {
  const each = blocks.flatMap(([, { cells, tangent }]) =>
    Array.from({ length: cells }, (_, cell) => tangent![cell * lanes + lane]!),
  )
  return Float64Array.from(each)
}

interface Columns {
  readonly from: number
  readonly lanes: number
  readonly next: Float64Array
  readonly jacobian: readonly Float64Array[]
}

function copy(
  blocks: readonly (readonly [string, Block])[],
  { from, lanes, next, jacobian }: Columns,
): void {
  const several = Math.min(lanes, next.length - from)
  let row = 0
  for (const [, { cells, numbers, tangent }] of blocks)
    for (let cell = 0; cell < cells; cell++, row++) {
      next[row] = numbers[cell * lanes]!
      for (let k = 0; k < several; k++) jacobian[row]![from + k] = tangent![cell * lanes + k]!
    }
}

const shapeOf = (sections: readonly Section[]): string =>
  sections.map(({ path, cells }) => `${path}:${cells}`).join()

function requireSame(
  sections: readonly Section[],
  after: readonly (readonly [string, Block])[],
  step: number,
): void {
  if (shapeOf(sections) === shapeOf(after.map(([path, { cells }]) => ({ path, cells })))) return
  throw new NoJacobianHere(
    `what the script remembers still grows at step ${step}: a step maps between spaces of other dimensions`,
    'Analyse a later step, when its memory is full',
  )
}
