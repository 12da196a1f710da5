import { expect, test } from 'vitest'
import { oneOfMany } from './one-of-many.ts'

test('a preset with cells names the command that plays them, one without says nothing', async () => {
  expect(await oneOfMany('li2017/fig3-regular')).toBe(
    'this was one game; all cells and trials of li2017/fig3-regular: ganglion sweep li2017/fig3-regular',
  )
  expect(await oneOfMany('li2017/fig1b')).toBeNull()
})
