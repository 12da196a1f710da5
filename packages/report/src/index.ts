export type {
  Dimension,
  Figure,
  HeatMapFigure,
  NumberFigure,
  NumberPoint,
  PathOverSteps,
  PlaneFigure,
  RateFigure,
  RatePoint,
  StretchOverSteps,
  TimeFigure,
  TimePoint,
  TrajectoryFigure,
} from './figure.ts'
export { even } from './axis-svg.ts'
export { figureSvg } from './figure-svg.ts'
export { judgedClaim } from './judged-claim.ts'
export type { JudgedClaim, Report, ReportRun } from './report.ts'
export {
  countsTable,
  eventsTable,
  ratesTable,
  statisticsTable,
  timesTable,
  type CountRow,
  type EventRow,
  type RateRow,
  type StatisticRow,
  type Table,
  type TimeRow,
} from './table.ts'
export { planeOf } from './plane-of.ts'
export { trajectoryOf } from './trajectory-of.ts'
export { weightsOf } from './weights-of.ts'
export { writeReport } from './write-report.ts'
