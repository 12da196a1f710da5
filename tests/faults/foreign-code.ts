// Modules of plugins as text, for folders outside of this repository.

/** The text of a module, and the settings with which its plugin is played. */
export interface ForeignCode {
  readonly code: string
  readonly set: readonly string[]
}

const imports = `import { defineDetector, defineDiscriminator, defineDynamics, defineGenerator, defineMetric, defineObjective, num, sum } from 'ganglion/plugin'\n`

/** A metric whose n-th observation is step n. */
export const metric = (body: string, before = ''): ForeignCode => ({
  code: `${imports}${before}
export default defineMetric({ name: 'evil', source: 'none', needs: [], signals: ['evil'],
  number: (seen) => { const { step } = seen; ${body}; return { evil: step } } })`,
  set: ['metrics=["evil"]'],
})

/** A discriminator of one slope, with parts laid over it. */
export const discriminator = (over: string, before = ''): ForeignCode => ({
  code: `${imports}${before}
export default defineDiscriminator({ name: 'evil', source: 'none', sizes: { slopes: 1 },
  parameters: ({ slopes }) => ({ slope: [slopes] }),
  initial: () => ({ slope: [0] }),
  critic: (x, { slope }) => x(0).times(slope(0)),
  expectation: { mixture: ({ weights, means }, f, { slope }) =>
    f(sum(weights, (w, j) => w.times(means(j)).times(slope(0)))) },
  ${over} })`,
  set: ['discriminator=evil'],
})

/** Asked for its best answer once a step; `step` is the step. */
export const best = (body: string): ForeignCode => ({
  ...discriminator(
    `best: (target, generated, state) => { const step = calls++; ${body}; return { slope: [1] } }`,
    'let calls = 0',
  ),
  set: ['discriminator=evil', 'dynamics=best-response'],
})

/** A dynamics of this script; `calls` counts for it. */
export const dynamics = (script: string): ForeignCode => ({
  code: `${imports}let calls = 0
export default defineDynamics({ name: 'evil', source: 'none', options: {}, script: ${script} })`,
  set: ['dynamics=evil'],
})

/** A detector of this `next`. */
export const detector = (next: string): ForeignCode => ({
  code: `${imports}
export default defineDetector({ name: 'evil', source: 'none', event: 'stall', severity: 'info', definition: 'none',
  options: {}, needs: () => [], create: () => ({ init: () => 0, next: (memory, seen) => { ${next} } }) })`,
  set: ['detectors=["evil"]'],
})

/** Points on both sides, so that the critic itself is asked. */
export const points = (critic: string): ForeignCode => ({
  code: `${imports}
const cloud = defineGenerator({ name: 'cloud', source: 'none', sizes: { points: 2, dimensions: 1 },
  parameters: ({ points, dimensions }) => ({ positions: [points, dimensions] }),
  fixed: ({ points }) => ({ masses: [points] }),
  initial: () => ({ positions: [0, 1], masses: [0.5, 0.5] }),
  measure: ({ positions, masses }) => ({ kind: 'points', positions, masses }) })
const evil = defineDiscriminator({ name: 'evil', source: 'none', sizes: { slopes: 1 },
  parameters: ({ slopes }) => ({ slope: [slopes] }),
  initial: () => ({ slope: [0] }),
  critic: ${critic} })
export default [cloud, evil]`,
  set: [
    'generator=cloud',
    'discriminator=evil',
    'target={"kind":"points","positions":[[0],[1]]}',
    'metrics=[]',
  ],
})
