import type { Cell, Index, Lowered, Position, Statement, Value } from '@ganglion/calculus'
import { cellsOf, touchesOf, type Touch } from './touches.ts'

type Loop = Extract<Statement, { kind: 'loop' }>

/** An outer loop of no more rounds than this, around a longer one, stands there unrolled: the inner ones then meet. */
const fewRounds = 4
/** Cells of a temporary that are told apart one by one; more are taken for all. */
const mostCells = 256

/**
 * The same program with loops over one axis joined where that changes no order of sums: what one loop writes and the next
 * reads then never goes through memory.
 */
export function fuseLoops(lowered: Lowered): Lowered {
  const unrolled = new Unroller().list(lowered.statements)
  const groups: Statement[] = []
  for (const statement of unrolled) {
    if (statement.kind === 'loop') join(groups, statement)
    else groups.splice(lastNeeded(groups, statement) + 1, 0, statement)
  }
  return { ...lowered, statements: groups }
}

/** The place of the last statement that this one must follow. */
function lastNeeded(groups: readonly Statement[], statement: Statement): number {
  const touches = touchesOf([statement])
  return groups.findLastIndex((g) => depends(touchesOf([g]), touches))
}

/** Whether order matters: one writes what the other reads or writes. */
function depends(a: readonly Touch[], b: readonly Touch[]): boolean {
  return a.some((x) => b.some((y) => x.what === y.what && (x.writes || y.writes)))
}

/** Joins a loop to the latest one over the same axis that it may join, or puts it at the end. */
function join(groups: Statement[], loop: Loop): void {
  const needed = lastNeeded(groups, loop)
  for (let at = groups.length - 1; at >= Math.max(0, needed); at--) {
    const other = groups[at]!
    if (other.kind !== 'loop' || other.index.axis !== loop.index.axis) continue
    // An inner loop over the very index would take what is meant for the outer one.
    if (binds(loop.body, other.index)) continue
    const renamed = new Renamer(loop.index, other.index).list(loop.body)
    if (!mayJoin(other, renamed)) continue
    groups[at] = { ...other, body: [...other.body, ...renamed] }
    return
  }
  groups.push(loop)
}

/** Whether a loop among these runs over this index. */
function binds(statements: readonly Statement[], index: Index): boolean {
  return statements.some((s) => s.kind === 'loop' && (s.index === index || binds(s.body, index)))
}

/** Whether round k of both bodies needs nothing of other rounds of the other. */
function mayJoin({ index, body }: Loop, more: readonly Statement[]): boolean {
  const [mine, others] = [touchesOf(body), touchesOf(more)]
  return mine.every((a) =>
    others.every((b) => {
      if (a.what !== b.what || !(a.writes || b.writes)) return true
      if (!a.cell || !b.cell) return false
      const [p, q] = [strideOf(a.cell, index), strideOf(b.cell, index)]
      if (p !== 0 || q !== 0) return p === q
      return a.adds && b.adds && apart(cellsOf(a, mostCells), cellsOf(b, mostCells))
    }),
  )
}

const strideOf = ({ strides }: Cell, index: Index): number =>
  strides.reduce((sum, s) => (s.index === index ? sum + s.stride : sum), 0)

function apart(a: ReadonlySet<number> | null, b: ReadonlySet<number> | null): boolean {
  return a !== null && b !== null && [...a].every((cell) => !b.has(cell))
}

/** Writes statements anew: with other indices, other numbers of locals, or other cells. */
export abstract class Rewriter {
  position(position: Position): Position {
    return position
  }

  local(id: number): number {
    return id
  }

  list(statements: readonly Statement[]): Statement[] {
    return statements.map((s) => this.statement(s))
  }

  statement(s: Statement): Statement {
    switch (s.kind) {
      case 'loop':
        return { ...s, body: this.list(s.body) }
      case 'let':
        return { ...s, id: this.local(s.id), value: this.value(s.value) }
      case 'call':
        return { ...s, id: this.local(s.id), args: s.args.map((a) => this.value(a)) }
      case 'store':
      case 'output':
      case 'add':
        return { ...s, cell: this.cell(s.cell), value: this.value(s.value) }
      case 'stripe':
        return { ...s, index: this.position(s.index) as Index, value: this.value(s.value) }
      case 'tree':
        return { ...s, id: this.local(s.id) }
      case 'clear':
        return s
    }
  }

  value(value: Value): Value {
    switch (value.kind) {
      case 'local':
        return { ...value, id: this.local(value.id) }
      case 'input':
      case 'temporary':
        return { ...value, cell: this.cell(value.cell) }
      case 'same':
        return { ...value, a: this.position(value.a), b: this.position(value.b) }
      default:
        return value
    }
  }

  cell({ offset, strides }: Cell): Cell {
    let at = offset
    const kept: { index: Index; stride: number }[] = []
    for (const { index, stride } of strides) {
      const position = this.position(index)
      if (typeof position === 'number') at += position * stride
      else kept.push({ index: position, stride })
    }
    return { offset: at, strides: kept }
  }
}

class Renamer extends Rewriter {
  readonly #from: Index
  readonly #to: Index

  constructor(from: Index, to: Index) {
    super()
    this.#from = from
    this.#to = to
  }

  override position(position: Position): Position {
    return position === this.#from ? this.#to : position
  }
}

/** Puts one round of a loop into statements; its locals get numbers of their own. */
class Round extends Rewriter {
  readonly #index: Index
  readonly #at: number
  readonly #ids = new Map<number, number>()
  readonly #fresh: () => number
  readonly #own: ReadonlySet<number>

  constructor(index: Index, at: number, own: ReadonlySet<number>, fresh: () => number) {
    super()
    this.#index = index
    this.#at = at
    this.#own = own
    this.#fresh = fresh
  }

  override position(position: Position): Position {
    return position === this.#index ? this.#at : position
  }

  override local(id: number): number {
    if (!this.#own.has(id)) return id
    const known = this.#ids.get(id) ?? this.#fresh()
    this.#ids.set(id, known)
    return known
  }
}

/** Unrolls short loops around longer ones. */
class Unroller {
  #next = 1_000_000

  list(statements: readonly Statement[]): Statement[] {
    return statements.flatMap((s) => {
      if (s.kind !== 'loop') return [s]
      const { index, body } = s
      const longer = body.some((b) => b.kind === 'loop' && b.index.axis.size > index.axis.size)
      // A stripe runs along its loop, which stays.
      const plain = !body.some((b) => b.kind === 'stripe')
      if (!longer || !plain || index.axis.size > fewRounds) return [{ ...s, body: this.list(body) }]
      const own = defined(body)
      const rounds = Array.from({ length: index.axis.size }, (_, at) =>
        new Round(index, at, own, () => this.#next++).list(body),
      )
      return this.list(rounds.flat())
    })
  }
}

/** The locals that statements define. */
function defined(statements: readonly Statement[]): Set<number> {
  return new Set(
    statements.flatMap((s) => {
      if (s.kind === 'loop') return [...defined(s.body)]
      return s.kind === 'let' || s.kind === 'call' || s.kind === 'tree' ? [s.id] : []
    }),
  )
}
