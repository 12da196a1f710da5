import { ports } from '@ganglion/core'
import { expect, test } from 'vitest'
import bestResponse from './best-response.ts'

test('the discriminator becomes its best answer before it is asked for the critique', () => {
  const script = bestResponse.script({ generatorRate: 'g' })
  const answers: Record<string, unknown> = {
    measure: 'law',
    best: 'place',
    respond: { ascent: 'up', critique: 'down' },
  }
  const asked: string[] = []
  const steps = script.step(ports, undefined)
  for (let next = steps.next(); !next.done;) {
    const { port, payload } = next.value
    asked.push([port, ...payload.filter((part) => typeof part === 'string')].join(' '))
    next = steps.next(answers[port])
  }
  expect(asked).toEqual(['measure', 'best law', 'become place', 'respond law', 'descend down g'])
})

test('needs a discriminator that knows its best answer', () => {
  expect(bestResponse.script({ generatorRate: 'g' }).needs).toEqual(['best'])
})
