import { defineGenerator } from 'ganglion/plugin'

/** Points that are themselves the parameters. */
export const cloud = defineGenerator({
  name: 'cloud',
  source: 'none',
  sizes: { points: 4, dimensions: 3 },
  parameters: ({ points, dimensions }) => ({ positions: [points, dimensions] }),
  fixed: ({ points }) => ({ masses: [points] }),
  initial: (random, { points, dimensions }) => ({
    positions: Array.from({ length: points * dimensions }, () => random.normal()),
    masses: Array.from({ length: points }, () => 1 / points),
  }),
  measure: ({ positions, masses }) => ({ kind: 'points', positions, masses }),
})
