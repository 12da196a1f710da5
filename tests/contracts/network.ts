import { defineGenerator, dense, rows, tanh, map, tensor } from 'ganglion/plugin'

const normals = (random: { normal(): number }, count: number): number[] =>
  Array.from({ length: count }, () => random.normal())

/** A network that turns latent noise into points. */
export const network = defineGenerator({
  name: 'network',
  source: 'Goodfellow et al. 2014',
  sizes: { points: 4, latent: 2, hidden: 3, dimensions: 3 },
  parameters: ({ latent, hidden, dimensions }) => ({
    w1: [hidden, latent],
    b1: [hidden],
    w2: [dimensions, hidden],
    b2: [dimensions],
  }),
  noise: ({ points, latent }) => ({ z: [points, latent] }),
  initial: (random, { latent, hidden, dimensions }) => ({
    w1: normals(random, hidden * latent),
    b1: normals(random, hidden),
    w2: normals(random, dimensions * hidden),
    b2: normals(random, dimensions),
  }),
  measure: ({ w1, b1, w2, b2 }, { z }) => ({
    kind: 'points',
    positions: rows(z, (latent) => dense(w2, b2, map(tanh, dense(w1, b1, latent)))),
    masses: tensor([z.axes[0]], () => 1 / z.size),
  }),
})
