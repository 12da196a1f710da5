import type { Plan } from '@ganglion/core'
import type { ExperimentOptions, LiveExperiment } from './live-experiment.ts'
import { Stage } from './stage.ts'

/** Makes a live game of a plan. It begins by itself, in the next turn of the event loop. */
export function createExperiment(plan: Plan, options: ExperimentOptions = {}): LiveExperiment {
  return new Stage(plan, options).experiment
}
