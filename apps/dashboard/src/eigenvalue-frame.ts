import { equalAspect, rangeOf, steady, type Range, type Side } from '@ganglion/plot'
import type { Eigenvalue, StepStability } from 'ganglion/stability'

/** Eigenvalues this near to 1 are seen in a close-up; slow steps have all of theirs there. */
const near = 0.25
/** Beyond this the circle would be a speck. */
const far = 3

/** What is seen of the plane of eigenvalues: lambda - `from` in ranges of its own. */
export interface EigenvalueFrame {
  /** 1 is a close-up of 1, whose axes have scales of their own; 0 the whole disc, a circle. */
  readonly from: 0 | 1
  readonly x: Range
  readonly y: Range
  /** Eigenvalues that are not in the frame. */
  readonly elsewhere: number
}

/** |lambda| - 1, without the digits that the difference would lose. */
export function excessOf({ re, im }: Pick<Eigenvalue, 're' | 'im'>): number {
  const off = re - 1
  return (off * (2 + off) + im * im) / (1 + Math.sqrt(re * re + im * im))
}

/** On which side of the circle an eigenvalue is, as far as rounding lets one tell. */
export function sideOf(z: Eigenvalue): Side {
  const excess = excessOf(z)
  if (excess > z.doubt) return 'outside'
  return excess < -z.doubt ? 'inside' : 'on'
}

/** A frame for a plot of so many columns and rows: near 1 when all are, the whole disc else; or the other one of both. */
export function eigenvalueFrame(
  { eigenvalues }: Pick<StepStability, 'eigenvalues'>,
  other: boolean,
  columns: number,
  rows: number,
): EigenvalueFrame {
  const close = eigenvalues.filter(isNear)
  const wantsClose = (close.length === eigenvalues.length) !== other
  return wantsClose && close.length > 0
    ? closeUp(close, eigenvalues.length)
    : wholeDisc(eigenvalues, columns, rows)
}

const isNear = ({ re, im }: Eigenvalue): boolean => Math.abs(re - 1) <= near && Math.abs(im) <= near

/** All that is near, the point 1 and the circle beside them, a little of both its sides. */
function closeUp(close: readonly Eigenvalue[], count: number): EigenvalueFrame {
  const offs = close.map(({ re }) => re - 1)
  const ups = close.map(({ im }) => Math.abs(im))
  const reach = Math.max(...offs.map(Math.abs))
  const high = Math.max(...ups)
  const height = steady({ low: 0, high: 1.1 * (high || reach || 1e-3) }, 6).high
  // Where the circle has bent to at this height.
  const bend = (height * height) / 2
  const aside = 0.15 * Math.max(reach, bend)
  const x = steady(rangeOf([...offs, -bend, -aside, aside], 0.06))
  return {
    from: 1,
    x: x.high > x.low && reach + bend > 0 ? x : { low: -1e-3, high: 1e-3 },
    y: { low: -height, high: height },
    elsewhere: count - close.length,
  }
}

function wholeDisc(all: readonly Eigenvalue[], columns: number, rows: number): EigenvalueFrame {
  const seen = all.filter(({ re, im }) => Math.abs(re) <= far && Math.abs(im) <= far)
  const [x, y] = equalAspect(
    rangeOf([-1.15, 1.15, ...seen.map(({ re }) => 1.05 * re)]),
    rangeOf([-1.1, 1.1, ...seen.map(({ im }) => 1.05 * im)]),
    columns,
    rows,
  )
  return { from: 0, x, y, elsewhere: all.length - seen.length }
}
