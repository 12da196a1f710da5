import * as mine from '../../packages/numerics/src/zeros.ts'
import * as old from '/tmp/leadold/packages/numerics/src/zeros.ts'
import { totalVariation as tvm } from '../../packages/numerics/src/total-variation.ts'
import { totalVariation as tvo } from '/tmp/leadold/packages/numerics/src/total-variation.ts'
let seed = 1
const rnd = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
let diff = 0,
  worst = 0,
  tvd = 0,
  n = 0,
  counts = 0,
  tw = 0
for (let k = 0; k < 200000; k++) {
  const spread = [0.01, 0.5, 1, 3, 10][k % 5]!
  const mix = () => {
    const c = 1 + Math.floor(rnd() * 3)
    const w = Array.from({ length: c }, () => 0.05 + rnd())
    const t = w.reduce((a, b) => a + b)
    return {
      weights: w.map((x) => x / t),
      means: w.map(() => (rnd() - 0.5) * 2 * spread),
      deviation: 1,
    }
  }
  const [a, b] = [mix(), mix()]
  const x = mine.differenceZeros(a, b),
    y = old.differenceZeros(a, b)
  if (x.length !== y.length) {
    counts++
    continue
  }
  for (let i = 0; i < x.length; i++) {
    n++
    if (x[i] !== y[i]) {
      diff++
      worst = Math.max(worst, Math.abs(x[i]! - y[i]!) / Math.max(1, Math.abs(y[i]!)) / 2.2e-16)
    }
  }
  const [p, q] = [tvm(a, b), tvo(a, b)]
  if (p !== q) {
    tvd++
    tw = Math.max(tw, Math.abs(p - q))
  }
}
console.log({ n, diff, worstUlp: worst, counts, tvd, tw })
