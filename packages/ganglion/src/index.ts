export * from '@ganglion/core'
export {
  createExperiment,
  detect,
  type ExperimentOptions,
  type LiveExperiment,
  type Wires,
} from '@ganglion/engine'
export {
  ConfigError,
  configSchema,
  jsonSchema,
  MissingInputError,
  presetNames,
  presets,
  suggest,
  type Config,
  type ListedPreset,
  type Registry,
} from '@ganglion/plan'
export { criticOnLine } from './critic-on-line.ts'
export { criticOnPlane, type CriticKernel } from './critic-on-plane.ts'
export { experiment, playPlan, type Run } from './experiment.ts'
export { explain, type Explained } from './explain.ts'
export { iterate } from './iterate.ts'
export { pluginsNamed } from './plugins-named.ts'
export { unwatched } from './unwatched.ts'
export { prepare, registryWith, type Overrides } from './prepare.ts'
export { containedRegistry, type ContainedRegistry } from './contained-registry.ts'
export {
  contained,
  containedPlan,
  type ContainedOptions,
  type ContainedRun,
  type Printed,
} from './contained.ts'
export { containedGame, type ContainedGame } from './contained-game.ts'
export type { PlanSummary } from './contained-message.ts'
