import type { Cell, Index, Statement, Value } from '@ganglion/calculus'

/** That statements read or write a temporary or a local. */
export interface Touch {
  /** `t3` for a temporary, `x3` for a local. */
  readonly what: string
  readonly writes: boolean
  /** It is added to, and not read otherwise. */
  readonly adds: boolean
  /** Null for all cells. */
  readonly cell: Cell | null
  /** The loops around it, inside the statements. */
  readonly loops: readonly Index[]
}

/** Everything that statements read and write, but inputs and outputs, which never meet. */
export function touchesOf(statements: readonly Statement[], loops: readonly Index[] = []): Touch[] {
  return statements.flatMap((s): Touch[] => {
    if (s.kind === 'loop') return touchesOf(s.body, [...loops, s.index])
    return [...readsOf(s).flatMap((v) => read(v, loops)), ...written(s, loops)]
  })
}

function readsOf(s: Statement): readonly Value[] {
  if (s.kind === 'call') return s.args
  return 'value' in s ? [s.value] : []
}

function read(value: Value, loops: readonly Index[]): Touch[] {
  const touch = { writes: false, adds: false, loops }
  if (value.kind === 'local') return [{ ...touch, what: `x${value.id}`, cell: null }]
  if (value.kind === 'temporary')
    return [{ ...touch, what: `t${value.temporary}`, cell: value.cell }]
  return []
}

function written(s: Statement, loops: readonly Index[]): Touch[] {
  switch (s.kind) {
    case 'let':
    case 'call':
      return [{ what: `x${s.id}`, writes: true, adds: false, cell: null, loops }]
    case 'tree':
      return [
        { what: `x${s.id}`, writes: true, adds: false, cell: null, loops },
        { what: `t${s.temporary}`, writes: false, adds: false, cell: null, loops },
      ]
    case 'store':
      return [{ what: `t${s.temporary}`, writes: true, adds: false, cell: s.cell, loops }]
    case 'add':
      return [{ what: `t${s.temporary}`, writes: true, adds: true, cell: s.cell, loops }]
    case 'stripe':
    case 'clear':
      return [{ what: `t${s.temporary}`, writes: true, adds: false, cell: null, loops }]
    default:
      return []
  }
}

/** The cells that a touch may mean while the outer loops stand still; null for more than `most`. */
export function cellsOf({ cell, loops }: Touch, most: number): ReadonlySet<number> | null {
  let cells = [cell!.offset]
  for (const { index, stride } of cell!.strides) {
    if (!loops.includes(index)) return null
    const { size } = index.axis
    if (cells.length * size > most) return null
    cells = cells.flatMap((c) => Array.from({ length: size }, (_, k) => c + k * stride))
  }
  return new Set(cells)
}
