import { ports } from '@ganglion/core'
import { expect, test } from 'vitest'
import alternating from './alternating.ts'

/** What is asked in one step; every law and every answer has a number of its own. */
function asked(discriminatorSteps: number, first: string): string[] {
  const script = alternating.script({
    generatorRate: 'g',
    discriminatorRate: 'd',
    discriminatorSteps,
    first,
  })
  const log: string[] = []
  let count = 0
  const steps = script.step(ports, undefined)
  for (let next = steps.next(); !next.done;) {
    const { port, payload } = next.value
    log.push([port, ...payload.filter((part) => typeof part === 'string')].join(' '))
    count++
    next = steps.next(
      port === 'measure' ? `law${count}` : { ascent: `up${count}`, critique: `down${count}` },
    )
  }
  return log
}

test('the generator moves against what the discriminator has become', () => {
  expect(asked(1, 'discriminator')).toEqual([
    'measure',
    'respond law1',
    'ascend up2 d',
    'measure',
    'respond law4',
    'descend down5 g',
  ])
})

test('the discriminator meets the new law when the generator is first', () => {
  expect(asked(1, 'generator')).toEqual([
    'measure',
    'respond law1',
    'descend down2 g',
    'measure',
    'respond law4',
    'ascend up5 d',
  ])
})

test('every one of several discriminator steps has a fresh answer', () => {
  expect(asked(3, 'discriminator').slice(0, 7)).toEqual([
    'measure',
    'respond law1',
    'ascend up2 d',
    'respond law1',
    'ascend up4 d',
    'respond law1',
    'ascend up6 d',
  ])
})
