import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnBytes, columnOf } from './column.ts'

const bits = (words: readonly number[]): Float64Array =>
  new Float64Array(new Uint32Array(words).buffer)

/** Bytes written number by number, as the format says. */
function byNumber(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length))
  values.forEach((value, k) =>
    Number.isNaN(value)
      ? view.setBigUint64(8 * k, 0x7ff8000000000000n, true)
      : view.setFloat64(8 * k, value, true),
  )
  return new Uint8Array(view.buffer)
}

test('every NaN is stored as the same one; infinities and signs are kept', () => {
  const others = [0, 0x7ff80000, 7, 0x7ff80000, 0, 0xfff80000, 1, 0x7ff00000]
  const values = bits([...others, 0, 0x7ff00000, 0, 0xfff00000, 0, 0x80000000, 5, 0x3ff00000])
  const bytes = columnBytes({ name: 'x', type: 'f64', values })
  expect(bytes).toEqual(byNumber(values))
  expect([...new Uint32Array(bytes.slice().buffer)].slice(0, 8)).toEqual(
    Array.from({ length: 8 }, (_, k) => (k % 2) * 0x7ff80000),
  )
})

test('what is stored is what is read, from any place in a file', () => {
  const words = fc.array(fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)), { maxLength: 20 })
  fc.assert(
    fc.property(words, fc.nat(9), (pairs, offset) => {
      const values = bits(pairs.flat())
      const bytes = columnBytes({ name: 'x', type: 'f64', values })
      expect(bytes).toEqual(byNumber(values))
      const file = Buffer.concat([Buffer.alloc(offset), bytes])
      const read = columnOf({ name: 'x', type: 'f64' }, file.subarray(offset))
      expect(read.values).toEqual(values)
      file.fill(1)
      expect(read.values).toEqual(values)
    }),
  )
})
