import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleOf } from './sample.ts'

test('one chunk of each equal part, the same for everybody, another for another plan', () => {
  const hash = fc.integer({ min: 0, max: 0xffffffff }).map((n) => n.toString(16).padStart(64, '0'))
  const sizes = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 20 }))
  fc.assert(
    fc.property(sizes, hash, ([chunks, wanted], plan) => {
      const sample = sampleOf(chunks, wanted, plan)
      expect(sample).toHaveLength(Math.min(chunks, wanted))
      sample.forEach((chunk, part) =>
        expect(Math.floor(((chunk + 1) * sample.length - 1) / chunks)).toBe(part),
      )
    }),
  )
  expect(sampleOf(30, 2, `0000000f${'0'.repeat(56)}`)).toEqual([0, 15])
  expect(sampleOf(30, 2, `00000007${'0'.repeat(56)}`)).toEqual([7, 22])
})
