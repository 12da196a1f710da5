/** A named extent that arrays are indexed over. Two axes are the same only if they are one object. */
export interface Axis {
  readonly name: string
  readonly size: number
}

/** Makes an axis; throws a RangeError unless `size` is a positive integer. */
export function axis(name: string, size: number): Axis {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`axis ${name}: expected a positive integer size, got ${size}`)
  }
  return Object.freeze({ name, size })
}

/**
 * A variable that runs over an axis. Level 0 is fresh: it belongs to one callback of an author and to nobody else.
 * Level n > 0 is the canonical name that a sum binds when n - 1 levels are bound inside, so that equal sums are one
 * node.
 */
export interface Index {
  readonly axis: Axis
  readonly level: number
  readonly id: number
}

/** Where an array is read along one axis: an index, or a literal number from 0. */
export type Position = Index | number

let count = 0
const canonical = new WeakMap<Axis, Index[]>()

/** An index that equals no other. */
export function freshIndex(over: Axis): Index {
  return { axis: over, level: 0, id: ++count }
}

/** The one index of this axis and level. */
export function boundIndex(over: Axis, level: number): Index {
  const known = canonical.get(over) ?? []
  canonical.set(over, known)
  return (known[level] ??= { axis: over, level, id: ++count })
}

/** Whether a position is an index. */
export function isIndex(position: Position): position is Index {
  return typeof position !== 'number'
}

/** A key of positions, equal for equal positions. */
export function positionsKey(positions: readonly Position[]): string {
  return positions.map((p) => (isIndex(p) ? `i${p.id}` : `${p}`)).join()
}

/** Indices of all lists, each once, by id. */
export function unionOf(lists: readonly (readonly Index[])[]): readonly Index[] {
  const full = lists.filter((list) => list.length > 0)
  if (full.length === 0) return []
  if (full.length === 1 && full[0]!.length === 1) return full[0]!
  return [...new Set(full.flat())].sort(inOrder)
}

/**
 * The order of indices: bound ones by level, axis name and size, then fresh ones as they were made. It says in which
 * order a gradient's sums nest, so it must not depend on what else this process built before: ids of bound indices do.
 */
export function inOrder(a: Index, b: Index): number {
  if (a.level === 0 || b.level === 0) return a.level === b.level ? a.id - b.id : b.level - a.level
  return (
    a.level - b.level ||
    (a.axis.name < b.axis.name ? -1 : a.axis.name > b.axis.name ? 1 : 0) ||
    a.axis.size - b.axis.size ||
    a.id - b.id
  )
}
