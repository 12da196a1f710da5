import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromBits, ulpsOff, type Row } from '../reference/ulps.ts'
import { cos } from './cos.ts'
import { exp } from './exp.ts'
import { expm1 } from './expm1.ts'
import { log } from './log.ts'
import { log1p } from './log1p.ts'
import { normalCdf } from './normal-cdf.ts'
import { normalPdf } from './normal-pdf.ts'
import { normalQuantile } from './normal-quantile.ts'
import { sigmoid } from './sigmoid.ts'
import { sin } from './sin.ts'
import { softplus } from './softplus.ts'
import { tanh } from './tanh.ts'

const table = JSON.parse(
  readFileSync(new URL('../reference/reference.json', import.meta.url), 'utf8'),
) as Record<string, Row[]>

/** The bounds that the documentation promises, in units of the last place. */
const bounds: Record<string, [f: (x: number) => number, ulps: number]> = {
  exp: [exp, 1],
  expm1: [expm1, 2],
  log: [log, 1],
  log1p: [log1p, 3],
  sin: [sin, 1],
  cos: [cos, 1],
  tanh: [tanh, 3],
  sigmoid: [sigmoid, 3],
  softplus: [softplus, 3],
  normalPdf: [normalPdf, 4],
  normalCdf: [normalCdf, 8],
  normalQuantile: [normalQuantile, 8],
}

test('the table covers every function', () => {
  expect(Object.keys(table).toSorted()).toEqual(Object.keys(bounds).toSorted())
})

test.each(Object.entries(bounds))('%s keeps its bound on the table', (name, [f, bound]) => {
  const rows = table[name]!
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) {
    const x = fromBits(row[0])
    const off = ulpsOff(f(x), row)
    // Written so that NaN fails too.
    if (!(off <= bound)) expect.fail(`${name}(${x}) is ${f(x)}, not ${row[3]}: ${off} ulp off`)
  }
})

test('the digits in the table are those of its doubles', () => {
  for (const row of Object.values(table).flat()) {
    const nearest = fromBits(row[1])
    // Number() rounds correctly; 25 digits decide all but ties.
    expect(Number(row[3])).toBe(nearest)
  }
})

test('exp of a subnormal result is off by less than one unit of 2^-1074', () => {
  const tail = table['exp']!.filter(([, y]) => Math.abs(fromBits(y)) < 2 ** -1022)
  expect(tail.length).toBeGreaterThan(10)
  for (const row of tail) expect(ulpsOff(exp(fromBits(row[0])), row)).toBeLessThan(1)
})

test('the normal law keeps a relative error of 1e-13 down to -37', () => {
  for (const [x, y] of table['normalCdf']!) {
    expect(Math.abs(normalCdf(fromBits(x)) / fromBits(y) - 1)).toBeLessThan(1e-13)
  }
})
