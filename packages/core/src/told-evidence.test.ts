import { expect, test } from 'vitest'
import { toldEvidence } from './told-evidence.ts'

test('places count from 1 for people, other numbers stay', () => {
  const evidence = { amplitude: 2, coordinate: 0, point: 0, axis: 1, component: 3 }
  expect(toldEvidence({ event: 'oscillation', evidence })).toEqual([
    ['amplitude', 2],
    ['coordinate', 1],
    ['point', 1],
    ['axis', 2],
    ['component', 4],
  ])
})

test('lower and upper are places of an exchanged pair alone; what is no place stays', () => {
  const evidence = { lower: 0, upper: 1, point: -1 }
  expect(toldEvidence({ event: 'wrong-order', evidence })).toEqual([
    ['lower', 1],
    ['upper', 2],
    ['point', -1],
  ])
  expect(toldEvidence({ event: 'stall', evidence }).slice(0, 2)).toEqual([
    ['lower', 0],
    ['upper', 1],
  ])
})
