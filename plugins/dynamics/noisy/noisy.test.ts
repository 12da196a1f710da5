import { ports, type Ask, type Direction, type Rate, type Script } from '@ganglion/core'
import { expect, test } from 'vitest'
import registered from './noisy.ts'

const direction = (of: 'generator' | 'discriminator', x: number): Direction => ({
  type: 'direction',
  of,
  blocks: { state: { cells: 1, members: 1, layout: 'lanes', numbers: Float64Array.of(x) } },
})
const rate = (option: string, x: number): Rate => ({
  type: 'rate',
  option,
  block: { cells: 1, members: 1, layout: 'lanes', numbers: Float64Array.of(x) },
})
const settings = (inner: string) => ({
  inner,
  generatorRate: rate('generatorRate', 0.5),
  discriminatorRate: rate('discriminatorRate', 0.25),
  generatorNoiseRate: rate('generatorNoiseRate', 0.1),
  discriminatorNoiseRate: rate('discriminatorNoiseRate', 0.01),
})

/** What a script asks in some steps; the slopes are 1 and 2, the noise is 10 times the number of its draw. */
function played(script: Script, steps: number, memory = script.memory?.()): string[] {
  const log: string[] = []
  const answer = ({ player, port, payload }: Ask<unknown>): unknown => {
    if (port === 'noise') {
      log.push(`${player} draw ${String(payload[0])}`)
      return direction(player, 10 * Number(payload[0]))
    }
    if (port === 'pull') return direction('generator', 2)
    if (port === 'descend' || port === 'ascend') {
      const [along, at] = payload as [Direction, Rate]
      log.push(`${port} ${along.blocks['state']!.numbers[0]} by ${at.option}`)
    }
    if (port === 'respond')
      return { ascent: direction('discriminator', 1), critique: { type: 'critique' } }
    return port
  }
  for (let step = 0; step < steps; step++) {
    const asked = script.step(ports, memory)
    for (let next = asked.next(); !next.done;) next = asked.next(answer(next.value))
  }
  return log
}

test('each move bears noise of its own, scaled by the rate of its player, in one move', () => {
  expect(played(registered.script(settings('simultaneous')), 2)).toEqual([
    'discriminator draw 0',
    'ascend 1 by discriminatorRate',
    'generator draw 1',
    'descend 3 by generatorRate',
    'discriminator draw 2',
    'ascend 1.2 by discriminatorRate',
    'generator draw 3',
    'descend 5 by generatorRate',
  ])
})

test('a best answer bears none', () => {
  const script = registered.script(settings('best-response'))
  expect(script.needs).toEqual(['best'])
  expect(played(script, 2)).toEqual([
    'generator draw 0',
    'descend 2 by generatorRate',
    'generator draw 1',
    'descend 3 by generatorRate',
  ])
})

test('how many were drawn is all that it remembers', () => {
  const script = registered.script(settings('best-response'))
  const memory = script.memory?.()
  played(script, 3, memory)
  expect(memory).toEqual({ draw: 3, inner: undefined })
  expect(played(script, 1, structuredClone(memory))[0]).toBe('generator draw 3')
})
