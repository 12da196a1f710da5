// Generated from the folders of plugins/ by `npm run generate`: do not edit.

/** Built-in plugins by kind and name; each is loaded when it is asked for. */
export const registry = {
  generators: {},
  discriminators: {},
  dynamics: {},
  objectives: {},
  regularisers: {},
  optimizers: {},
  metrics: {},
  detectors: {},
  papers: {},
} as const
