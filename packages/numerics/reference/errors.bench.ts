/*
 * Prints the largest errors against a table of make_reference.py, and the time of a call:
 *
 *   node packages/numerics/reference/errors.bench.ts large.json
 */
import { readFileSync } from 'node:fs'
import * as numerics from '../src/index.ts'
import { fromBits, ulpsOff, type Row } from './ulps.ts'

const path = process.argv[2] ?? new URL('reference.json', import.meta.url)
const table = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Row[]>
const SMALLEST_NORMAL = 2.2250738585072014e-308

for (const [name, rows] of Object.entries(table)) {
  const f = (numerics as unknown as Record<string, (x: number) => number>)[name]!
  let normal = { ulps: 0, x: NaN }
  let subnormal = 0
  let relative = 0
  for (const row of rows) {
    const x = fromBits(row[0])
    const ulps = ulpsOff(f(x), row)
    const y = Math.abs(fromBits(row[1]))
    if (y < SMALLEST_NORMAL) subnormal = Math.max(subnormal, ulps)
    else {
      if (!(ulps <= normal.ulps)) normal = { ulps, x }
      relative = Math.max(relative, Math.abs(f(x) / fromBits(row[1]) - 1))
    }
  }
  const at = `at ${normal.x}, relative ${relative.toExponential(1)}`
  console.log(`${name}: ${normal.ulps.toFixed(2)} ulp ${at}; subnormal ${subnormal.toFixed(2)}`)
}

/** Nanoseconds a call, the best of ten rounds over arguments from low to high. */
function time(f: (x: number) => number, low: number, high: number): number {
  const source = numerics.stream(1, 'arguments')
  const xs = Float64Array.from(
    { length: 4096 },
    (_, i) => low + (high - low) * source.uniform(0, i),
  )
  let best = Infinity
  let sum = 0
  for (let round = 0; round < 10; round++) {
    const start = process.hrtime.bigint()
    for (let k = 0; k < 100; k++) for (const x of xs) sum += f(x)
    best = Math.min(best, Number(process.hrtime.bigint() - start) / (100 * xs.length))
  }
  return sum === sum ? best : NaN
}

const source = numerics.stream(1, 'timed')
const pairs = Array.from({ length: 4096 }, (_, i) =>
  [0, 2].map((k) => ({
    weights: [0.5, 0.5],
    means: [8 * source.uniform(i, k) - 4, 8 * source.uniform(i, k + 1) - 4],
    deviation: 1,
  })),
)
const timed: [name: string, f: (x: number) => number, low: number, high: number][] = [
  ['exp', numerics.exp, -20, 5],
  ['expm1', numerics.expm1, -5, 5],
  ['log', numerics.log, 0, 50],
  ['log1p', numerics.log1p, -0.9, 5],
  ['sin', numerics.sin, -10, 10],
  ['cos', numerics.cos, -10, 10],
  ['tanh', numerics.tanh, -5, 5],
  ['sigmoid', numerics.sigmoid, -9, 9],
  ['softplus', numerics.softplus, -9, 9],
  ['normalPdf', numerics.normalPdf, -5, 5],
  ['normalCdf', numerics.normalCdf, -5, 5],
  ['normalQuantile', numerics.normalQuantile, 0, 1],
  ['uniform', (x) => source.uniform(3, x >>> 0), 0, 1e6],
  ['normal', (x) => source.normal(3, x >>> 0), 0, 1e6],
  ['totalVariation', (x) => numerics.totalVariation(pairs[x | 0]![0]!, pairs[x | 0]![1]!), 0, 4096],
]
// The loop in `time` is shared, so each call is a real one, not inlined.
for (const [name, f, low, high] of timed)
  console.log(`${name}: ${time(f, low, high).toFixed(1)} ns`)
