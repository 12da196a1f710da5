import { ports, type Ask } from '@ganglion/core'
import { expect, test } from 'vitest'
import blockwise from './blockwise.ts'

/** What is asked in one step; laws and answers have numbers of their own, so does each slope. */
function asked(order: string, weightsSeen: string, arrays = ['means', 'weights']): string[] {
  const settings = { order, weightsSeen, generatorRate: 'g', discriminatorRate: 'd' }
  const script = blockwise.script(settings)
  const log: string[] = []
  let [laws, answers] = [0, 0]
  const answer = ({ port, payload }: Ask<unknown>): unknown => {
    const [first, rate, options] = payload as [unknown, unknown, { only?: string[] } | undefined]
    switch (port) {
      case 'measure':
        return `law${++laws}`
      case 'respond':
        log.push(`answer${++answers} to ${String(first)}`)
        return { ascent: `up${answers}`, critique: answers }
      case 'pull':
        return { of: first, blocks: Object.fromEntries(arrays.map((name) => [name, {}])) }
      case 'descend':
        log.push(
          `${options?.only?.join('+')} by answer${(first as { of: number }).of} at ${String(rate)}`,
        )
        return undefined
      default:
        log.push(`${port} ${String(first)} at ${String(rate)}`)
        return undefined
    }
  }
  const steps = script.step(ports, undefined)
  for (let next = steps.next(); !next.done;) next = steps.next(answer(next.value))
  return log
}

test('weights from before: one law serves all, and the weights move when the others have', () => {
  expect(asked('weights-discriminator-means', 'before')).toEqual([
    'answer1 to law1',
    'ascend up1 at d',
    'answer2 to law1',
    'means by answer2 at g',
    'weights by answer1 at g',
  ])
})

test('fresh weights: who moves later meets the law that they make', () => {
  expect(asked('weights-discriminator-means', 'fresh')).toEqual([
    'answer1 to law1',
    'weights by answer1 at g',
    'answer2 to law2',
    'ascend up2 at d',
    'answer3 to law2',
    'means by answer3 at g',
  ])
})

test('means that moved are seen at once, whatever is said of the weights', () => {
  expect(asked('means-weights-discriminator', 'before')).toEqual([
    'answer1 to law1',
    'means by answer1 at g',
    'answer2 to law2',
    'ascend up2 at d',
    'weights by answer2 at g',
  ])
  expect(asked('means-discriminator-weights', 'before')).toEqual(
    asked('means-discriminator-weights', 'fresh'),
  )
})

test('logits are weights; every other array goes with the means, once', () => {
  const log = asked('discriminator-weights-means', 'fresh', ['positions', 'logits', 'widths'])
  expect(log.filter((line) => line.includes(' by '))).toEqual([
    'logits by answer2 at g',
    'positions+widths by answer3 at g',
  ])
})

test('a generator that trains no weights has no turn for them', () => {
  for (const weightsSeen of ['before', 'fresh'])
    expect(asked('weights-discriminator-means', weightsSeen, ['means'])).toEqual([
      'answer1 to law1',
      'ascend up1 at d',
      'answer2 to law1',
      'means by answer2 at g',
    ])
})

test('one that trains only weights has no turn for means', () => {
  const log = asked('weights-discriminator-means', 'before', ['weights'])
  expect(log.at(-1)).toBe('weights by answer1 at g')
  expect(log).toHaveLength(4)
})
