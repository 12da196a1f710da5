/** Slopes of an exact RBF discriminator, a history of so many atoms, at 4 points in the plane, by hand: plays so many steps of all members. */
export function historySteps(atoms: number, members: number): (steps: number) => void {
  const all = Array.from({ length: members }, (_, member) => ({
    a: Float64Array.from({ length: 2 * atoms }, (__, k) => Math.cos(1.3 * k + member) * 1.1),
    c: Float64Array.from({ length: atoms }, (__, k) => Math.sin(2.1 * k) * 1e-3),
    x: Float64Array.from({ length: 8 }, (__, k) => Math.sin(1.7 * k + member)),
  }))
  const rate = 0.25e-3
  const step = ({ a, c, x }: (typeof all)[number]): void => {
    for (let n = 0; n < 4; n++) {
      const [u, v] = [x[2 * n]!, x[2 * n + 1]!]
      let [up, side] = [0, 0]
      for (let h = 0; h < atoms; h++) {
        const [p, q] = [a[2 * h]! - u, a[2 * h + 1]! - v]
        const k = c[h]! * Math.exp(-0.5 * (p * p + q * q))
        up += k * p
        side += k * q
      }
      x[2 * n]! += rate * up
      x[2 * n + 1]! += rate * side
    }
  }
  return (steps) => {
    for (let s = 0; s < steps; s++) for (const member of all) step(member)
  }
}
