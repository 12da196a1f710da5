import type { Numbers } from './batch.ts'
import { Finding } from './case.ts'
import { show } from './check.ts'
import { cellsOf, moved, type Cell, type Field } from './field.ts'

/** Widths of the differences, times the size of the number that moves where that is above 1. */
const widths = [1e-3, 1e-4, 1e-5, 1e-6]
const tolerance = 1e-5
const epsilon = 2.3e-16

/** How strictly slopes are compared. */
export interface Strictness {
  /** Whether a slope may be that of either side where the sides disagree. */
  readonly kinks: boolean
}

interface Sides {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly noise: number
}

/**
 * Compares the derived slope of every cell that moves with differences of the value. Throws a Finding for the first
 * cell where no width of the difference confirms it and at least one can tell.
 */
export function compareSlopes(
  field: Field,
  here: Numbers,
  { kinks }: Strictness,
  where: string,
): void {
  const cells = cellsOf(field, here)
  const [slopes] = field.slopesOf([here])
  const moves = cells.flatMap((cell) => {
    const scale = Math.max(1, Math.abs(here[cell.array]![cell.at]!))
    return widths.flatMap((w) => [-w * scale, w * scale].map((by) => ({ cell, by })))
  })
  const [middle, ...values] = field.valueOf([
    here,
    ...moves.map(({ cell, by }) => moved(here, cell, by)),
  ])
  if (!Number.isFinite(middle!)) return
  cells.forEach((cell, k) => {
    const derived = slopes![cell.array]![cell.at]!
    const sides = widths.map((_, w): Sides => {
      const at = 2 * (k * widths.length + w)
      const width = moves[at + 1]!.by
      const [low, high] = [values[at]!, values[at + 1]!]
      const size = Math.max(Math.abs(low), Math.abs(high), Math.abs(middle!))
      return {
        width,
        left: (middle! - low) / width,
        right: (high - middle!) / width,
        noise: (64 * epsilon * size) / width,
      }
    })
    judge(field, cell, derived, sides, kinks, where)
  })
}

function judge(
  { value, moving }: Field,
  { array, at }: Cell,
  derived: number,
  sides: readonly Sides[],
  kinks: boolean,
  where: string,
): void {
  const name = `${moving[array]}[${at}]`
  if (!Number.isFinite(derived)) {
    if (!sides.some(({ left, right }) => Number.isFinite(left) && Number.isFinite(right))) return
    throw new Finding(
      `${name}: derived ${show(derived)} where the ${value} is finite, ${where}: look for 0/0, log or sqrt at 0, or infinity times 0, and guard it with select.`,
    )
  }
  const usable = sides.filter(
    ({ left, right, noise }) =>
      Number.isFinite(left) &&
      Number.isFinite(right) &&
      noise <= 1e-4 * (1 + Math.max(Math.abs(derived), Math.abs(left + right) / 2)),
  )
  if (usable.length === 0) return
  if (usable.some((s) => confirms(s, derived, kinks))) return
  if (kinks && usable.some(jumps)) return
  const best = usable.toSorted((a, b) => off(a, derived) - off(b, derived))[0]!
  const { left, right, width } = best
  throw new Finding(
    `${name}: derived ${show(derived)}, central difference ${show((left + right) / 2)} (left ${show(left)}, right ${show(right)}, width ${show(width)}) of the ${value}, ${where}. Slopes are derived from the values you write, so look for a step or a kink here (below, floor, select, min, max, abs), for a plain number computed outside the expression, or declare { kinks: true }.`,
  )
}

const off = ({ left, right }: Sides, derived: number): number =>
  Math.abs((left + right) / 2 - derived)

function confirms(sides: Sides, derived: number, kinks: boolean): boolean {
  const { left, right, noise } = sides
  const allowed = tolerance * (1 + Math.abs(derived)) + noise
  if (off(sides, derived) <= allowed) return true
  return (
    kinks &&
    derived >= Math.min(left, right) - allowed &&
    derived <= Math.max(left, right) + allowed
  )
}

/** Whether the sides disagree by much more than curvature explains: a step of the value between them. */
const jumps = ({ left, right, width }: Sides): boolean => Math.abs(left - right) * width > 1e-6
