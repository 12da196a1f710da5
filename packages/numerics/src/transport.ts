import { requireCosts } from './assignment.ts'
import { cheapestFlow } from './cheapest-flow.ts'

/** Supply and demand may differ by this share of the supply: masses are rounded. */
const rounding = 1e-6

/**
 * The cheapest transport of masses: row-major, how much goes from each supply to each demand. `costs` is row-major, a row a
 * supply. Each supply is sent off along cheapest paths, which may take back what went before (successive shortest paths).
 * Time grows with the longer side squared times the shorter one: a thousand points against ten are a matter of milliseconds.
 * When supply and demand differ by rounding, what is left of the larger one stays where it is.
 * Throws a RangeError for masses that are negative or not finite, for totals that differ, and for bad costs.
 * Source: Ahuja, Magnanti and Orlin 1993, sec. 9.7.
 */
export function transport(
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  costs: ArrayLike<number>,
): Float64Array {
  const [rows, columns] = [supply.length, demand.length]
  requireCosts(costs, rows, columns)
  requireMasses(supply, demand)
  // Ways lead over the shorter side.
  if (columns <= rows) return cheapestFlow(supply, demand, costs)
  return transposed(cheapestFlow(demand, supply, transposed(costs, rows, columns)), columns, rows)
}

function transposed(matrix: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * rows + i] = matrix[i * columns + j]!
  return turned
}

/** Throws a RangeError unless the masses are those of two laws of the same total. */
export function requireMasses(supply: ArrayLike<number>, demand: ArrayLike<number>): void {
  const [from, to] = [total(supply, 'supply'), total(demand, 'demand')]
  if (Math.abs(from - to) > rounding * from)
    throw new RangeError(
      `masses: expected equal totals, got a supply of ${from} and a demand of ${to}`,
    )
}

function total(masses: ArrayLike<number>, what: string): number {
  let sum = 0
  for (let k = 0; k < masses.length; k++) {
    if (!(masses[k]! >= 0 && masses[k]! < Infinity))
      throw new RangeError(`${what}: expected masses from 0 on, got ${masses[k]} at place ${k}`)
    sum += masses[k]!
  }
  return sum
}
