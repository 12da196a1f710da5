import type { Block, Direction, Rate } from './message.ts'

/** A number per member that scripts hand on: a rate, or an inner product. */
export type Scalar = number | Rate

/** The sum of directions of one player, each times a scalar: one move instead of several. Throws for two players. */
export function combine(terms: readonly (readonly [Scalar, Direction])[]): Direction {
  const first = terms[0]?.[1]
  if (!first) throw new RangeError('combine: expected at least one direction')
  const blocks = Object.entries(first.blocks).map(([name, like]) => [
    name,
    total(name, like, terms),
  ])
  return {
    type: 'direction',
    of: first.of,
    blocks: Object.fromEntries(blocks) as Direction['blocks'],
  }
}

function total(name: string, like: Block, terms: readonly (readonly [Scalar, Direction])[]): Block {
  const { cells, members, layout } = like
  const numbers = new Float64Array(like.numbers.length)
  const tangent = new Float64Array(
    terms.some(([, d]) => d.blocks[name]?.tangent) ? numbers.length : 0,
  )
  for (const [scalar, direction] of terms) {
    const { numbers: from, tangent: change } = direction.blocks[name] ?? {}
    if (from?.length !== numbers.length)
      throw new RangeError(`combine: directions of different players (${name})`)
    for (let k = 0; k < numbers.length; k++)
      numbers[k]! += coefficient(scalar, k % members) * from[k]!
    for (let k = 0; k < tangent.length; k++)
      tangent[k]! +=
        coefficient(scalar, k % members) * (change?.[k] ?? 0) +
        coefficientChange(scalar, k % members) * from[k]!
  }
  return { cells, members, layout, numbers, ...(tangent.length > 0 ? { tangent } : {}) }
}

const coefficient = (scalar: Scalar, member: number): number =>
  typeof scalar === 'number' ? scalar : scalar.block.numbers[member]!

const coefficientChange = (scalar: Scalar, member: number): number =>
  typeof scalar === 'number' ? 0 : (scalar.block.tangent?.[member] ?? 0)

/** The inner product of two directions, a number per member, in the order of arrays and cells. */
export function inner(a: Direction, b: Direction): Rate {
  const members = Object.values(a.blocks)[0]?.members ?? 0
  const numbers = new Float64Array(members)
  const tangent = new Float64Array(members)
  let moving = false
  for (const [name, { numbers: x, tangent: dx }] of Object.entries(a.blocks)) {
    const { numbers: y, tangent: dy } = b.blocks[name] ?? {}
    if (y?.length !== x.length)
      throw new RangeError(`inner: directions of different players (${name})`)
    for (let k = 0; k < x.length; k++) numbers[k % members]! += x[k]! * y[k]!
    if (!dx && !dy) continue
    moving = true
    for (let k = 0; k < x.length; k++)
      tangent[k % members]! += (dx?.[k] ?? 0) * y[k]! + x[k]! * (dy?.[k] ?? 0)
  }
  const block: Block = { cells: 1, members, layout: 'lanes', numbers }
  return { type: 'rate', option: 'inner', block: moving ? { ...block, tangent } : block }
}
