import { each, max, min, num, same, select, tensor, type Expr, type Vec } from '@ganglion/calculus'
import { far } from '@ganglion/core'

/** What becomes of an interval whose ends pass each other; the first is the default. */
export const crossings = ['absorb', 'absorb-ordered', 'clip', 'isotonic', 'none'] as const

interface Ends {
  readonly left: Vec
  readonly right: Vec
  readonly alive: Vec
}

/** The state after a crossing rule. */
export function cross(rule: (typeof crossings)[number], next: Ends, before: Ends): Partial<Ends> {
  switch (rule) {
    case 'absorb':
      return absorb(next, before)
    case 'absorb-ordered':
      return absorbOrdered(next, before)
    case 'clip':
      return {
        left: each(next.left, (l, i) => min(l, middle(next, i))),
        right: each(next.right, (r, i) => max(r, middle(next, i))),
      }
    case 'isotonic':
      return isotonic(next)
    case 'none':
      return {}
  }
}

type Position = Parameters<Vec>[0]

const middle = ({ left, right }: Ends, i: Position): Expr => left(i).plus(right(i)).over(2)

/** An interval that inverts goes to the midpoint of its new ends and is dead for ever; the dead lie where they fell. */
function absorb(next: Ends, before: Ends): Ends {
  const { left, right, alive } = next
  const lives = each(alive, (a, i) => a.times(left(i).below(right(i))))
  const settled = (end: Vec, old: Vec): Vec =>
    each(end, (e, i) => select(lives(i), e, select(before.alive(i), middle(next, i), old(i))))
  return { alive: lives, left: settled(left, before.left), right: settled(right, before.right) }
}

/**
 * Living neighbours that overlap meet, then the inverted die. A death makes new neighbours: as many passes as there are
 * intervals leave nothing to do.
 */
function absorbOrdered(next: Ends, before: Ends): Ends {
  let settled = next
  for (let pass = 0; pass < next.left.size; pass++)
    settled = absorb({ ...settled, ...apart(settled) }, before)
  return settled
}

/** Living neighbours that overlap meet halfway between the right end of the one and the left end of the next. */
function apart({ left, right, alive }: Ends): Pick<Ends, 'left' | 'right'> {
  const count = left.size
  const met = (a: Expr, b: Expr): Expr => a.plus(b).over(2)
  const lefts: Expr[] = []
  const rights: Expr[] = []
  let wall = num(-far)
  for (let k = 0; k < count; k++) {
    const meets = alive(k).times(left(k).below(wall))
    lefts[k] = select(meets, met(wall, left(k)), left(k))
    wall = select(alive(k), right(k), wall)
  }
  wall = num(far)
  for (let k = count - 1; k >= 0; k--) {
    const meets = alive(k).times(wall.below(right(k)))
    rights[k] = select(meets, met(right(k), wall), right(k))
    wall = select(alive(k), left(k), wall)
  }
  return {
    left: tensor(left.axes, (i) => pick(left, i, (k) => lefts[k]!)),
    right: tensor(right.axes, (i) => pick(right, i, (k) => rights[k]!)),
  }
}

/** An element that is a different expression at each position, as one expression of an index. */
function pick(like: Vec, i: Position, element: (k: number) => Expr): Expr {
  if (typeof i === 'number') return element(i)
  const last = like.size - 1
  return Array.from({ length: last }, (_, k) => last - 1 - k).reduce(
    (rest, k) => select(same(i, k), element(k), rest),
    element(last),
  )
}

/** Euclidean projection onto l1 <= r1 <= l2 <= ...: x_i = max over a <= i of min over b >= i of the mean of x_a..x_b. */
function isotonic({ left, right }: Ends): Pick<Ends, 'left' | 'right'> {
  const ends = Array.from({ length: left.size }, (_, k) => [left(k), right(k)]).flat()
  const mean = (a: number, b: number): Expr =>
    ends
      .slice(a, b + 1)
      .reduce((x, y) => x.plus(y))
      .over(b - a + 1)
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, k) => from + k)
  const projected = (i: number): Expr =>
    range(0, i)
      .map((a) =>
        range(i, ends.length - 1)
          .map((b) => mean(a, b))
          .reduce((x, y) => min(x, y)),
      )
      .reduce((x, y) => max(x, y))
  return {
    left: tensor(left.axes, (i) => pick(left, i, (k) => projected(2 * k))),
    right: tensor(right.axes, (i) => pick(right, i, (k) => projected(2 * k + 1))),
  }
}
