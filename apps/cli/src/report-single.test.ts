import { far } from '@ganglion/core'
import { expect, test } from 'vitest'
import { listed } from './report-single.ts'

test('numbers of a frame: an end at infinity is told as such, a large number as it is', () => {
  expect(listed([1.234567, -far, 3 * far])).toBe('1.2346, -Infinity, 3000000000')
})

test('a long list is told by its beginning and its length', () => {
  const numbers = Array.from({ length: 65 }, (_, k) => k)
  expect(listed(numbers.slice(1)).split(', ')).toHaveLength(64)
  expect(listed(numbers)).toBe('0, 1, 2, 3, 4, 5, 6, 7 ... (65 numbers)')
})
