export * from './detect.ts'
export { createExperiment } from './experiment.ts'
export type { ExperimentOptions, LiveExperiment, Wires } from './live-experiment.ts'
export { guardPlugin } from './guard-plugin.ts'
