import { defineGenerator } from '@ganglion/core'

/** Point masses in any number of dimensions: positions are trained, masses given (becker2022, sec. 2). Unit of x. */
const points = defineGenerator({
  name: 'points',
  source: 'becker2022, sec. 2',
  sizes: { points: 8, dimensions: 2 },
  parameters: ({ points, dimensions }) => ({ positions: [points, dimensions] }),
  fixed: ({ points }) => ({ masses: [points] }),
  // N(0, I/d): a point's squared length is 1 on average, in any dimension (sec. 6).
  initial: (random, { points, dimensions }) => ({
    positions: Array.from(
      { length: points * dimensions },
      () => random.normal() / Math.sqrt(dimensions),
    ),
    masses: Array.from({ length: points }, () => 1 / points),
  }),
  measure: ({ positions, masses }) => ({ kind: 'points', positions, masses }),
})

export default points
