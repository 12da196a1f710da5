import { ports } from '@ganglion/core'
import { expect, test } from 'vitest'
import simultaneous from './simultaneous.ts'

test('both players move by one answer to one law', () => {
  const script = simultaneous.script({ generatorRate: 'g', discriminatorRate: 'd' })
  const answers: Record<string, unknown> = {
    measure: 'law',
    respond: { ascent: 'up', critique: 'down' },
  }
  const asked: string[] = []
  const steps = script.step(ports, undefined)
  for (let next = steps.next(); !next.done;) {
    const { player, port, payload } = next.value
    asked.push(
      [`${player}.${port}`, ...payload.filter((part) => typeof part === 'string')].join(' '),
    )
    next = steps.next(answers[port])
  }
  expect(asked).toEqual([
    'generator.measure',
    'discriminator.respond law',
    'discriminator.ascend up d',
    'generator.descend down g',
  ])
})

test('needs nothing of the players and remembers nothing', () => {
  const script = simultaneous.script({ generatorRate: 'g', discriminatorRate: 'd' })
  expect(script.needs ?? []).toEqual([])
  expect(script.memory).toBeUndefined()
})
