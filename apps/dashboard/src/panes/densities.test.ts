import { expect, test } from 'vitest'
import { densityLegend, densityLines } from './densities.ts'

const bands = (alive: readonly number[], left: readonly number[], right: readonly number[]) =>
  densityLines(
    {
      frame: {
        step: 1,
        signals: {
          'target.means': [0],
          'target.deviation': 1,
          'discriminator.left': left,
          'discriminator.right': right,
          'discriminator.alive': alive,
        },
      },
      critic: null,
      criticFault: null,
      failed: false,
      glyphs: 'ascii',
    },
    60,
    16,
  )
    .map((line) => line.map(({ text }) => text).join(''))
    .filter((line) => line.trimStart().startsWith('D'))
    .map((line) => line.slice(line.indexOf('|') + 1).trim())

test('an interval that a best response leaves out is unused, one whose ends met is dead', () => {
  expect(bands([1, 0], [-1, 0], [1, 0])[1]).toBe('unused')
  expect(bands([1, 0], [-1, -1.6], [1, -1.6])[1]).toBe('dead')
  expect(bands([1, 1], [-1, 2], [1, 2])[1]).toBe('unused')
  expect(bands([1, 1], [-1, 2], [1, 3])[1]).toContain('#')
})

test('both ends of the scale of a critic have equally many digits', () => {
  const critic = { low: 0, high: 1, values: [0.0189, 0.5, 1] }
  const [longest] = densityLegend({ frame: null, critic, glyphs: 'ascii' })
  expect(longest!.at(-1)!.text).toBe('* D 0.019..1.0')
  const tail = { low: 0, high: 1, values: [1.3e-234, 0.5, 1] }
  expect(densityLegend({ frame: null, critic: tail, glyphs: 'ascii' })[0]!.at(-1)!.text).toBe(
    '* D 0..1.0',
  )
})
