import type {
  DetectorDefinition,
  Discriminator,
  Dynamics,
  Generator,
  Metric,
  Objective,
  Optimizer,
  Regulariser,
} from '@ganglion/core'
import { ConfigError, type Loaded, type PluginModule } from '@ganglion/plan'
import {
  testDetector,
  testDiscriminator,
  testDynamics,
  testGenerator,
  testMetric,
  testObjective,
  testOptimizer,
  testRegulariser,
  type Case,
} from '@ganglion/testkit'

type Suite = (plugin: never, options: object) => readonly Case[]

const suites: Readonly<Record<string, Suite>> = {
  detector: (plugin: DetectorDefinition, options) => testDetector(plugin, options),
  discriminator: (plugin: Discriminator, options) => testDiscriminator(plugin, options),
  dynamics: (plugin: Dynamics, options) => testDynamics(plugin, options),
  generator: (plugin: Generator, options) => testGenerator(plugin, options),
  metric: (plugin: Metric, options) => testMetric(plugin, options),
  objective: (plugin: Objective, options) => testObjective(plugin, options),
  optimizer: (plugin: Optimizer) => testOptimizer(plugin),
  regulariser: (plugin: Regulariser, options) => testRegulariser(plugin, options),
}

/** Kinds whose suite loads the module once more, in a worker. */
const loadable = ['discriminator', 'dynamics', 'generator']

/** A plugin with the cases of the suite of its kind. */
export interface Tested {
  readonly plugin: Loaded
  readonly cases: readonly Case[]
}

/**
 * The suites of all plugins of a module, with the options that it exports as `conformance`. Throws a ConfigError for a
 * kind without one.
 */
export function suitesOf({ file, plugins, conformance }: PluginModule): readonly Tested[] {
  return plugins.map((plugin) => {
    const { kind, name } = plugin
    const suite = suites[kind]
    if (!suite) {
      const message = `there is no conformance suite for a ${kind}; there is one for ${Object.keys(suites).join(', ')}`
      throw new ConfigError([{ path: name, message }], 'plugin')
    }
    const where = loadable.includes(kind) ? { file } : {}
    return { plugin, cases: suite(plugin as never, { ...where, ...conformance }) }
  })
}
