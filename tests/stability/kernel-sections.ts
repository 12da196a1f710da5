import { exp, sum, type Expr, type Vec } from '@ganglion/calculus'
import { defineDiscriminator } from '@ganglion/core'

/**
 * An RBF kernel on the finite space that a game at rest lives in: values of the kernel at some nodes, and its slopes at
 * others. Orthonormal in the kernel's own product, so ascent in theta is ascent in function space; at the nodes nothing is
 * approximated. Section n is k(x, z_n) (level_n + tilt_n . (x - z_n) / sigma^2).
 */
export const kernelSections = defineDiscriminator({
  name: 'kernel-sections',
  source: 'becker2022, eqs. 3-5, restricted to a finite space',
  sizes: { sections: 1, dimensions: 2 },
  options: {
    sigma: { default: 1, min: 1e-6, max: 1e6 },
    lambda: { default: 0.01, min: 0, max: 1e6 },
  },
  parameters: ({ sections }) => ({ theta: [sections] }),
  fixed: ({ sections, dimensions }) => ({
    node: [sections, dimensions],
    level: [sections],
    tilt: [sections, dimensions],
    white: [sections, sections],
  }),
  initial: (_, { sections }) => ({ theta: Array.from({ length: sections }, () => 0) }),
  critic: (x: Vec, { theta, node, level, tilt, white }, { sigma }) => {
    const wide = sigma.times(sigma)
    const away =
      (n: Parameters<typeof level>[0]) =>
      (c: Parameters<typeof x>[0]): Expr =>
        x(c).minus(node(n, c))
    return sum(theta, (t, m) =>
      t.times(
        sum(level, (l, n) => {
          const off = away(n)
          const square = sum(node(n), (_, c) => off(c).times(off(c)))
          const slope = sum(tilt(n), (a, c) => a.times(off(c))).over(wide)
          return white(m, n)
            .times(exp(square.over(wide).over(-2)))
            .times(l.plus(slope))
        }),
      ),
    )
  },
  ridge: ({ theta }, { lambda }) => lambda.times(sum(theta, (t) => t.times(t))).over(2),
})

/** A functional: the value at a node (level 1), or the slope along `tilt`. */
export interface Section {
  readonly node: readonly number[]
  readonly level: number
  readonly tilt: readonly number[]
}

/** The fixed arrays of these sections: white = L^-1 where L L^T is the Gram matrix. */
export function sectionsOf(all: readonly Section[], sigma: number): Record<string, number[]> {
  const gram = all.map((a) => all.map((b) => product(a, b, sigma)))
  return {
    node: all.flatMap(({ node }) => node),
    level: all.map(({ level }) => level),
    tilt: all.flatMap(({ tilt }) => tilt),
    white: inverse(cholesky(gram)).flat(),
  }
}

/** The functional b of section a. */
function product(a: Section, b: Section, sigma: number): number {
  const wide = sigma * sigma
  const away = b.node.map((x, c) => x - a.node[c]!)
  const k = Math.exp(-away.reduce((s, x) => s + x * x, 0) / (2 * wide))
  const inner = a.level + away.reduce((s, x, c) => s + a.tilt[c]! * x, 0) / wide
  const slope = away.map((x, c) => k * ((-x / wide) * inner + a.tilt[c]! / wide))
  return b.level * k * inner + slope.reduce((s, x, c) => s + b.tilt[c]! * x, 0)
}

function cholesky(a: readonly (readonly number[])[]): number[][] {
  const l = a.map((row) => row.map(() => 0))
  a.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j]!
      for (let k = 0; k < j; k++) rest -= l[i]![k]! * l[j]![k]!
      l[i]![j] = i === j ? Math.sqrt(rest) : rest / l[j]![j]!
    }
  })
  return l
}

/** Of a lower triangle. */
function inverse(l: readonly (readonly number[])[]): number[][] {
  const out = l.map((row) => row.map(() => 0))
  l.forEach((row, i) => {
    out[i]![i] = 1 / row[i]!
    for (let j = 0; j < i; j++) {
      let s = 0
      for (let k = j; k < i; k++) s -= row[k]! * out[k]![j]!
      out[i]![j] = s / row[i]!
    }
  })
  return out
}
