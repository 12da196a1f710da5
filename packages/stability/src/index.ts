export { analyse, differenceAlong, type Analysis } from './analyse.ts'
export { eigenvalues, modulus, type Complex, type Eigenvalue } from './eigenvalues.ts'
export { findEquilibrium, type Equilibrium } from './equilibrium.ts'
export type { Section } from './joint-state.ts'
export { laboratoryOf } from './laboratory.ts'
export { JointMap, type Linearisation } from './linearisation.ts'
export { NoEquilibrium, NoJacobian, NoJacobianHere, TooManyCoordinates } from './no-jacobian.ts'
export { opened, type Opened } from './opened.ts'
export { pointOf, type Numbers, type PlayerPoint, type Point } from './point.ts'
export { reached } from './reached.ts'
export { spectrumFrom, spectrumOf, type Spectrum, type StabilityVerdict } from './spectrum.ts'
export {
  mostLiveCoordinates,
  stabilityOf,
  stabilityVerdicts,
  type StepStability,
} from './step-stability.ts'
