import { expect, test } from 'vitest'
import { bounded, TooLong } from './bounded.ts'

test('what comes back in time is answered or thrown as it is', () => {
  expect(bounded(() => 5, 1000)).toBe(5)
  const oops = new Error('oops')
  expect(() =>
    bounded(() => {
      throw oops
    }, 1000),
  ).toThrow(oops)
})

test.each([
  [
    'a loop',
    () => {
      for (;;);
    },
  ],
  ['a regular expression', () => /^(a+)+$/.test(`${'a'.repeat(60)}b`)],
  ['a wait', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)],
] as const)('%s without end is broken off', (_, call: () => unknown) => {
  expect(() => bounded(call, 50)).toThrow(new TooLong(50))
  expect(bounded(() => 'on', 1000)).toBe('on')
})
