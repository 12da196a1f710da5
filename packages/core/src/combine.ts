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
  const numbers = new Float64Array(like.numbers.length)
  for (const [scalar, direction] of terms) {
    const from = direction.blocks[name]?.numbers
    if (from?.length !== numbers.length)
      throw new RangeError(`combine: directions of different players (${name})`)
    for (let k = 0; k < numbers.length; k++)
      numbers[k]! += coefficient(scalar, k % like.members) * from[k]!
  }
  return { ...like, numbers }
}

const coefficient = (scalar: Scalar, member: number): number =>
  typeof scalar === 'number' ? scalar : scalar.block.numbers[member]!

/** The inner product of two directions, a number per member, in the order of arrays and cells. */
export function inner(a: Direction, b: Direction): Rate {
  const members = Object.values(a.blocks)[0]?.members ?? 0
  const numbers = new Float64Array(members)
  for (const [name, { numbers: x }] of Object.entries(a.blocks)) {
    const y = b.blocks[name]?.numbers
    if (y?.length !== x.length)
      throw new RangeError(`inner: directions of different players (${name})`)
    for (let k = 0; k < x.length; k++) numbers[k % members]! += x[k]! * y[k]!
  }
  return { type: 'rate', option: 'inner', block: { cells: 1, members, layout: 'lanes', numbers } }
}
