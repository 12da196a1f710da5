import type { Cell, Index, Lowered, Statement, Value } from '@ganglion/calculus'
import { Rewriter } from './fuse-loops.ts'
import { touchesOf } from './touches.ts'

/** Temporaries of no more cells than this stay as they are: they fit the memory, and rounds may keep them to themselves. */
const small = 1 << 18

/** A temporary of which each round of a loop has a row to itself. */
interface Rows {
  readonly temporary: number
  readonly index: Index
  /** Cells of a row. */
  readonly stride: number
}

/**
 * The same program with large temporaries cut down to a row, where one loop at the top alone touches them and each of its
 * rounds a row of its own: a sum over all pairs of a long history needs no room for all pairs. The numbers are the same.
 */
export function rowsOnly(lowered: Lowered): Lowered {
  return lowered.temporaries.reduce(
    (cut, size, temporary) => (size > small ? cutDown(cut, temporary) : cut),
    lowered,
  )
}

function cutDown(lowered: Lowered, temporary: number): Lowered {
  const rows = rowsOf(lowered, temporary)
  if (!rows) return lowered
  const { statements, temporaries } = lowered
  const clear: Statement = { kind: 'clear', temporary }
  const isClear = (s: Statement): boolean => s.kind === 'clear' && s.temporary === temporary
  const cleared = statements.some(isClear)
  const rewriter = new OneRow(rows)
  return {
    ...lowered,
    temporaries: temporaries.map((size, t) => (t === temporary ? rows.stride : size)),
    statements: statements
      .filter((s) => !isClear(s))
      .map((s) =>
        s.kind === 'loop' && s.index === rows.index && touches(s, temporary)
          ? { ...s, body: [...(cleared ? [clear] : []), ...rewriter.list(s.body)] }
          : s,
      ),
  }
}

/** Null where rounds share cells, or others touch them. */
function rowsOf({ statements, temporaries }: Lowered, temporary: number): Rows | null {
  const users = statements.filter((s) => touches(s, temporary))
  const loop = users.find((s) => s.kind !== 'clear')
  const clears = users.filter((s) => s.kind === 'clear')
  if (loop?.kind !== 'loop' || users.length !== clears.length + 1) return null
  // Cleared again afterwards it would not matter; but who knows.
  if (clears.length > 1 || (clears.length === 1 && users[0] !== clears[0])) return null
  const { index, body } = loop
  const stride = temporaries[temporary]! / index.axis.size
  const inRow = (cell: Cell | null): boolean =>
    cell !== null &&
    cell.strides.filter((s) => s.index === index).reduce((sum, s) => sum + s.stride, 0) ===
      stride &&
    cell.strides.every((s) => s.stride >= 0) &&
    cell.strides
      .filter((s) => s.index !== index)
      .reduce((sum, s) => sum + s.stride * (s.index.axis.size - 1), cell.offset) < stride
  const all = touchesOf(body).filter(({ what }) => what === `t${temporary}`)
  return all.every(({ cell }) => inRow(cell)) ? { temporary, index, stride } : null
}

const touches = (statement: Statement, temporary: number): boolean =>
  touchesOf([statement]).some(({ what }) => what === `t${temporary}`)

/** Names the cells of one row. */
class OneRow extends Rewriter {
  readonly #rows: Rows

  constructor(rows: Rows) {
    super()
    this.#rows = rows
  }

  override statement(s: Statement): Statement {
    const made = super.statement(s)
    return (made.kind === 'add' || made.kind === 'store') && made.temporary === this.#rows.temporary
      ? { ...made, cell: this.#row(made.cell) }
      : made
  }

  override value(value: Value): Value {
    return value.kind === 'temporary' && value.temporary === this.#rows.temporary
      ? { ...value, cell: this.#row(value.cell) }
      : super.value(value)
  }

  #row({ offset, strides }: Cell): Cell {
    return { offset, strides: strides.filter(({ index }) => index !== this.#rows.index) }
  }
}
