/** The first-order step of two unit normals against two intervals, by hand, with the machine's exponential. */
export function firstOrder(members: number): (steps: number) => void {
  const state = Float64Array.from({ length: 6 * members }, (_, k) => Math.sin(k * 1.7) * 2)
  const [rate, weight] = [0.1, 0.5 * 0.3989422804014327]
  const gaussian = (x: number): number => Math.exp(-0.5 * x * x)
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      for (let m = 0; m < members; m++) {
        const [mu1, mu2] = [state[m]!, state[members + m]!]
        let pull1 = 0
        let pull2 = 0
        for (let i = 0; i < 4; i++) {
          const at = (2 + i) * members + m
          const end = state[at]!
          const own1 = gaussian(end - mu1)
          const own2 = gaussian(end - mu2)
          const excess = gaussian(end + 0.5) + gaussian(end - 0.5) - own1 - own2
          const sign = i < 2 ? -1 : 1
          pull1 += sign * own1
          pull2 += sign * own2
          state[at] = end + sign * rate * weight * excess
        }
        state[m] = mu1 - rate * weight * pull1
        state[members + m] = mu2 - rate * weight * pull2
      }
    }
  }
}
