import { expect, test } from 'vitest'
import { defineDetector } from './define-detector.ts'

const definition = defineDetector({
  name: 'still',
  source: 'a page',
  event: 'stall',
  severity: 'info',
  definition: 'nothing moves',
  options: {
    hold: { default: 5, min: 1, max: 10, description: 'steps' },
    signal: { default: 'x', description: 'what moves' },
  },
  needs: ({ signal }) => [signal],
  create: ({ hold }) => ({ init: () => hold, next: (memory: number) => [memory, null] }),
})

test('options are filled in', () => {
  expect(definition.create()).toMatchObject({ name: 'still', needs: ['x'] })
  expect(definition.create().init()).toBe(5)
  expect(definition.create({ hold: 7 }).init()).toBe(7)
  expect(definition.needs({ signal: 'loss' })).toEqual(['loss'])
})

test('options are refused by name', () => {
  expect(() => definition.create({ hold: 0 })).toThrow(
    /'hold' must be a number from 1 to 10, not 0/,
  )
  expect(() => definition.create({ hold: Number.NaN })).toThrow(RangeError)
  expect(() => definition.create({ signal: '' })).toThrow(/must name a signal/)
  const strange: object = { hodl: 1 }
  expect(() => definition.create(strange)).toThrow(/no option 'hodl'; it has hold, signal/)
})
