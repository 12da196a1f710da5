import {
  defineDetector,
  defineDiscriminator,
  defineDynamics,
  defineGenerator,
  definePaper,
} from '@ganglion/core'
import type { Config } from './config.ts'
import type { Registry } from './registry.ts'

const source = 'a test'
const never = (): never => {
  throw new Error('no plan plays')
}

const cloud = defineGenerator({
  name: 'cloud',
  source,
  sizes: { atoms: 2 },
  options: { spread: { default: 1, min: 0.5, max: 4 } },
  parameters: ({ atoms }) => ({ places: [atoms] }),
  fixed: ({ atoms }) => ({ masses: [atoms] }),
  initial: never,
  measure: never,
})

const wall = defineDiscriminator({
  name: 'wall',
  source,
  sizes: { bricks: 1 },
  options: { mortar: { choices: ['lime', 'clay'] } },
  parameters: ({ bricks }) => ({ edges: [bricks] }),
  initial: never,
  critic: never,
})

const fence = defineDiscriminator({
  name: 'fence',
  source,
  sizes: { posts: 3 },
  parameters: ({ posts }) => ({ heights: [posts] }),
  initial: never,
  critic: never,
  best: never,
})

const waltz = defineDynamics({
  name: 'waltz',
  source,
  options: { generatorRate: { default: 0.1, min: 0, max: 1 }, turns: 3 },
  script: () => ({ *step() {} }),
})

const chess = defineDynamics({
  name: 'chess',
  source,
  options: { generatorRate: 0.1 },
  script: () => ({ needs: ['best'], *step() {} }),
})

const quiet = defineDetector({
  name: 'quiet',
  source,
  event: 'stall',
  severity: 'info',
  definition: 'nothing moves',
  options: { hold: { default: 3, min: 1, max: 10, description: 'steps' } },
  needs: () => [],
  create: () => ({ init: () => 0, next: () => [0, null] as never }),
})

/** What a test writes when nothing is wrong. */
export const good: Config = {
  target: { kind: 'mixture', means: [-1, 1], weights: [0.5, 0.5], deviation: 1 },
  generator: { plugin: 'cloud', places: [0, 1], masses: [0.5, 0.5] },
  discriminator: { plugin: 'wall', bricks: 1, edges: [0] },
  dynamics: { plugin: 'waltz', generatorRate: 0.2 },
  steps: 10,
}

const paper = definePaper({
  name: 'tale',
  reference: 'nobody, never',
  presets: { one: { title: 'one', config: good, origins: {} } },
  claims: [],
})

const ready = (plugin: unknown) => () => Promise.resolve(plugin)

/** A small world of plugins for tests of this package. */
export const world: Registry = {
  generators: { cloud: ready(cloud) },
  discriminators: { wall: ready(wall), fence: ready(fence) },
  dynamics: { waltz: ready(waltz), chess: ready(chess) },
  objectives: { 'mean-difference': ready({ kind: 'objective', name: 'mean-difference' }) },
  optimizers: { sgd: ready({ kind: 'optimizer', name: 'sgd' }) },
  metrics: { size: ready({ kind: 'metric', name: 'size', needs: [], signals: ['size'] }) },
  detectors: { quiet: ready(quiet) },
  papers: { tale: ready(paper) },
}
