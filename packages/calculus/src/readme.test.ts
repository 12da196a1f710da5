import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as calculus from './index.ts'

interface Result {
  readonly reference: Float64Array
  readonly value: Float64Array
  readonly derivative: Float64Array
  readonly text: string
}

test('the example of the README runs and gives what it says', () => {
  const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const code = /```js\n(.*?)```/s.exec(page)![1]!
  const body = code.replace(/import (\{.*?\}) from '.*?'/s, 'const $1 = calculus')
  // oxlint-disable-next-line typescript/no-implied-eval -- it runs the page of this package
  const run = new Function('calculus', body) as (language: typeof calculus) => Result
  const { reference, value, derivative, text } = run(calculus)
  expect(value).toEqual(Float64Array.of(0.5))
  expect(derivative).toEqual(Float64Array.of(0.125, 0.25, 0.125))
  expect(derivative).toEqual(reference)
  expect(text).toContain('sigmoid(sum[features1]')
})
