export * from './detect.ts'
export {
  createExperiment,
  type ExperimentOptions,
  type LiveExperiment,
  type Wires,
} from './experiment.ts'
