/** So many random features against 4 true and 4 generated points in the plane, by hand, with Math.cos: plays so many steps of all members. */
export function featureSteps(features: number, members: number): (steps: number) => void {
  const w = Float64Array.from({ length: 2 * features }, (_, k) => Math.sin(3.7 * k) * 2)
  const b = Float64Array.from({ length: features }, (_, k) => 3 + 3 * Math.cos(1.3 * k))
  const truth = Float64Array.of(1, 0, 0, 1, -1, 0, 0, -1)
  const all = Array.from({ length: members }, (_, member) => ({
    theta: new Float64Array(features),
    x: Float64Array.from({ length: 8 }, (__, k) => Math.sin(1.7 * k + member)),
  }))
  const [rate, lambda, scale] = [1e-3, 0.01, Math.sqrt(2 / features) / 4]
  const wanted = b.map((phase, m) => {
    let sum = 0
    for (let n = 0; n < 4; n++)
      sum += Math.cos(w[2 * m]! * truth[2 * n]! + w[2 * m + 1]! * truth[2 * n + 1]! + phase)
    return scale * sum
  })
  const slope = new Float64Array(8)
  const step = (theta: Float64Array, x: Float64Array): void => {
    slope.fill(0)
    for (let m = 0; m < features; m++) {
      const [u, v, t] = [w[2 * m]!, w[2 * m + 1]!, theta[m]!]
      let sum = 0
      for (let n = 0; n < 4; n++) {
        const angle = u * x[2 * n]! + v * x[2 * n + 1]! + b[m]!
        sum += Math.cos(angle)
        const pull = t * Math.sin(angle)
        slope[2 * n]! -= pull * u
        slope[2 * n + 1]! -= pull * v
      }
      theta[m] = t + rate * (wanted[m]! - scale * sum - lambda * t)
    }
    for (let k = 0; k < 8; k++) x[k]! += rate * scale * slope[k]!
  }
  return (steps) => {
    for (let s = 0; s < steps; s++) for (const { theta, x } of all) step(theta, x)
  }
}
