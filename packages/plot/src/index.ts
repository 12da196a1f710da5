export { logRangeOf, niceStep, place, rangeOf, steady, valueAt, type Range } from './axis.ts'
export { band, type Span } from './band.ts'
export { Canvas } from './braille.ts'
export {
  scaleColor,
  sixteen,
  sixteenColor,
  type ColorDepth,
  type ColorScale,
} from './color-scale.ts'
export { density, drawDensities, peak, type Curve, type Mixture } from './densities.ts'
export {
  drawEigenvaluePlane,
  eigenvalueMarks,
  type EigenvalueInks,
  type PlacedEigenvalue,
  type Side,
} from './eigenvalue-plane.ts'
export { bottomAxis, leftAxis } from './frame-axes.ts'
export { asciiInks, marks, type Glyphs, type Marks } from './glyphs.ts'
export { heatRow, heatRows, type HeatCell, type HeatLook } from './heat-map.ts'
export {
  drawPhasePlane,
  equalAspect,
  type Path,
  type PhasePlane,
  type Point,
} from './phase-plane.ts'
export { heatAt, heatShades, type PlaneHeat } from './plane-heat.ts'
export { drawPointPlane, pointMarks, type PointInks, type PointPlane } from './point-plane.ts'
export type { Run } from './run.ts'
export { sparkline } from './sparkline.ts'
export { screenToSvg, type ScreenColors } from './svg.ts'
export type { Tick } from './tick.ts'
export { ticks } from './ticks.ts'
export { drawTrajectories, type Level, type Trajectory } from './trajectories.ts'
export { drawUnitCircle, type CirclePlot, type ComplexPoint } from './unit-circle.ts'
