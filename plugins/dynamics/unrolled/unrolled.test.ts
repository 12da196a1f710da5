import { experiment } from 'ganglion'
import { ports } from '@ganglion/core'
import { expect, test } from 'vitest'
import unrolled from './unrolled.ts'

test('one answer that looks ahead moves both players', () => {
  const script = unrolled.script({ generatorRate: 'g', discriminatorRate: 'd', steps: 5 })
  const answers: Record<string, unknown> = {
    measure: 'law',
    respond: { ascent: 'up', critique: 'total' },
  }
  const asked: unknown[] = []
  const steps = script.step(ports, undefined)
  for (let next = steps.next(); !next.done;) {
    const { player, port, payload } = next.value
    asked.push([`${player}.${port}`, ...payload.filter((part) => part !== undefined)])
    next = steps.next(answers[port])
  }
  expect(asked).toEqual([
    ['generator.measure'],
    ['discriminator.respond', 'law', { after: { steps: 5, rate: 'd' } }],
    ['discriminator.ascend', 'up', 'd'],
    ['generator.descend', 'total', 'g'],
  ])
})

const final = async (dynamics: Record<string, unknown>) => {
  const run = experiment(
    { preset: 'li2017/fig1b', steps: 300, metrics: [], detectors: [], dynamics },
    {},
  )
  const { final: frame } = await run.done
  return Object.fromEntries(
    Object.entries(frame.signals).map(([name, { numbers }]) => [name, [...numbers]]),
  )
}

test('without looking ahead it is simultaneous, bit for bit', async () => {
  const rates = { generatorRate: 0.1, discriminatorRate: 0.1 }
  const plain = await final({ plugin: 'simultaneous', ...rates })
  expect(await final({ plugin: 'unrolled', steps: 0, ...rates })).toEqual(plain)
  expect(await final({ plugin: 'unrolled', steps: 5, ...rates })).not.toEqual(plain)
})
