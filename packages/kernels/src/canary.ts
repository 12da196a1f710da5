import {
  abs,
  array,
  cos,
  exp,
  floor,
  log,
  max,
  min,
  normalCdf,
  normalPdf,
  num,
  select,
  sigmoid,
  sin,
  softplus,
  sqrt,
  tanh,
  type Backend,
  type Program,
} from '@ganglion/calculus'

const elementary = [exp, log, sin, cos, tanh, sigmoid, softplus, normalPdf, normalCdf]

/** What the canary must give; renewed by hand when an elementary function changes. */
const wanted = 0x92f8111c

/** A program that holds every primitive. */
function program(): Program {
  const [x, y] = [array('x', []), array('y', [])]
  const one = elementary.map((f) => f(x.times(1.25)))
  const two = [x.plus(y), x.minus(y), x.times(y), x.over(y), x.below(y), x.neg()]
  const more = [
    min(x, y),
    max(x, y),
    abs(x),
    floor(x.times(y)),
    sqrt(abs(y)),
    select(x.below(y), x, num(0.1)),
  ]
  const outputs = [...one, ...two, ...more].map((tensor, k) => ({ name: `o${k}`, tensor }))
  return { name: 'canary', inputs: [x.symbol, y.symbol], outputs }
}

/** A number of 32 bits over the bits of what the canary computes at 64 places (FNV-1a over words). */
function canary(backend: Backend): number {
  const kernel = backend.compile(program())
  const members = 64
  const arrays = kernel.arrays.map(() => backend.allocate(members))
  for (let m = 0; m < members; m++) {
    arrays[0]![m] = (m - 31) * 0.37 + 0.011
    arrays[1]![m] = (m % 9) * 1.13 - 4.7
  }
  kernel.run(arrays, members)
  let hash = 0x811c9dc5
  for (const numbers of arrays.slice(2)) {
    const canonical = Float64Array.from(numbers, (v) => (Number.isNaN(v) ? NaN : v))
    for (const word of new Uint32Array(canonical.buffer)) hash = Math.imul(hash ^ word, 0x01000193)
  }
  return hash >>> 0
}

/** Throws when a back end on this machine does not give the bits that it gives elsewhere. */
export function checkCanary(backend: Backend): void {
  const got = canary(backend)
  if (got === wanted) return
  throw new Error(
    `kernels give other bits on this machine than elsewhere (canary ${got.toString(16)}, wanted ${wanted.toString(16)}): results would not be comparable. Please report processor and Node version.`,
  )
}
