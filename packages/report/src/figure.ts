/** The values of one number along which cells lie, in ascending order. */
export interface Dimension {
  readonly label: string
  readonly values: readonly number[]
}

interface Titled {
  /** A name for files: letters, digits and hyphens. */
  readonly name: string
  readonly title: string
}

/** Counts over two numbers, shown as shares by colour. */
export interface HeatMapFigure extends Titled {
  readonly kind: 'heat-map'
  readonly x: Dimension
  readonly y: Dimension
  /** Whether both numbers have one unit: then one unit is equally long in both directions. */
  readonly alike: boolean
  /** Of the cell (x, y) at `y * x.values.length + x`; null where nothing is played. */
  readonly counts: readonly (number | null)[]
  /** What a cell counts at most. */
  readonly trials: number
}

/** A rate with its interval. */
export interface RatePoint {
  readonly count: number
  readonly trials: number
  /** The ends of the 95 % interval. */
  readonly low: number
  readonly high: number
}

/** Rates over one number, a line each. */
export interface RateFigure extends Titled {
  readonly kind: 'rates'
  /** What lies upright: `success in %` where nothing is said. */
  readonly measured?: string
  readonly x: Dimension
  readonly lines: readonly { readonly label: string; readonly points: readonly RatePoint[] }[]
}

/** How long members took at one value; null for what lies beyond the last step. */
export interface TimePoint {
  readonly x: number
  readonly median: number | null
  /** The ends of the median's 95 % interval. */
  readonly low: number | null
  readonly high: number | null
  /** The mean, cut at the last step. */
  readonly mean: number | null
  /** Members that had not arrived by the last step. */
  readonly censored: number
  readonly count: number
}

/** Times over one number, a line each; points in ascending order of x. */
export interface TimeFigure extends Titled {
  readonly kind: 'times'
  /** What the number is. */
  readonly label: string
  /** Of both axes; `log` needs numbers and medians above zero. */
  readonly scale: 'linear' | 'log'
  /** The last step that was looked at. */
  readonly last: number
  readonly lines: readonly { readonly label: string; readonly points: readonly TimePoint[] }[]
}

/** A number of members at one value, such as their median. */
export interface NumberPoint {
  readonly x: number
  readonly value: number
  /** The ends of the 95 % interval; null where it is not known. */
  readonly low: number | null
  readonly high: number | null
  /** Members that had a number. */
  readonly count: number
}

/** A number over another, a line each; points in ascending order of x. */
export interface NumberFigure extends Titled {
  readonly kind: 'numbers'
  /** What lies across, and what upright. */
  readonly label: string
  readonly measured: string
  /** Of the axis across; `log` needs numbers above zero. */
  readonly scale: 'linear' | 'log'
  readonly lines: readonly { readonly label: string; readonly points: readonly NumberPoint[] }[]
}

/** A number over steps; what is not finite is a gap. */
export interface PathOverSteps {
  readonly label: string
  readonly values: readonly number[]
}

/** A stretch between two numbers over steps; infinite ends are drawn to the edge. */
export interface StretchOverSteps {
  readonly label: string
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** Means and interval ends over steps, and the optimum. */
export interface TrajectoryFigure extends Titled {
  readonly kind: 'trajectories'
  readonly label: string
  readonly steps: readonly number[]
  readonly paths: readonly PathOverSteps[]
  readonly stretches: readonly StretchOverSteps[]
  readonly levels: readonly { readonly label: string; readonly value: number }[]
}

/** Ways of points in the plane, and places that stand still. */
export interface PlaneFigure extends Titled {
  readonly kind: 'plane'
  readonly paths: readonly {
    readonly label: string
    /** x and y, frame by frame; what is not finite is left out. */
    readonly places: readonly (readonly [number, number])[]
  }[]
  readonly targets: readonly (readonly [number, number])[]
}

/** A picture of a report. Plain data. */
export type Figure =
  | HeatMapFigure
  | RateFigure
  | TimeFigure
  | NumberFigure
  | TrajectoryFigure
  | PlaneFigure
