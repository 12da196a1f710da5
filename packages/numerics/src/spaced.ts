import { exp } from './exp.ts'
import { log } from './log.ts'

/** Numbers from one to another. `geometric`: each is the one before times the same factor. */
export interface Spacing {
  readonly from: number
  readonly to: number
  /** At least 1; one number is `from`. */
  readonly count: number
  /** `linear` when nobody says. */
  readonly spacing?: 'linear' | 'geometric'
}

/** The numbers of a spacing; both ends are exact. Geometric needs ends above 0, else numbers are NaN. */
export function spaced({ from, to, count, spacing = 'linear' }: Spacing): number[] {
  const steps = count - 1
  const between =
    spacing === 'linear'
      ? (k: number): number => from + ((to - from) * k) / steps
      : (k: number): number => exp(log(from) + ((log(to) - log(from)) * k) / steps)
  return Array.from({ length: count }, (_, k) => (k === 0 ? from : k === steps ? to : between(k)))
}
