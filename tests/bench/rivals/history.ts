/** Slopes of an exact RBF discriminator, a history of so many atoms, at 4 points in the plane, by hand: plays so many steps. */
export function historySteps(atoms: number): (steps: number) => void {
  const a = Float64Array.from({ length: 2 * atoms }, (_, k) => Math.cos(1.3 * k) * 1.1)
  const c = Float64Array.from({ length: atoms }, (_, k) => Math.sin(2.1 * k) * 1e-3)
  const x = Float64Array.of(0.1, 0.2, -0.3, 0.1, 0.2, -0.4, 0.5, 0.3)
  const rate = 1e-3
  const step = (): void => {
    for (let n = 0; n < 4; n++) {
      const [u, v] = [x[2 * n]!, x[2 * n + 1]!]
      let [up, side] = [0, 0]
      for (let h = 0; h < atoms; h++) {
        const [p, q] = [a[2 * h]! - u, a[2 * h + 1]! - v]
        const k = c[h]! * Math.exp(-0.5 * (p * p + q * q))
        up += k * p
        side += k * q
      }
      x[2 * n]! += 0.25 * rate * up
      x[2 * n + 1]! += 0.25 * rate * side
    }
  }
  return (steps) => {
    for (let s = 0; s < steps; s++) step()
  }
}
