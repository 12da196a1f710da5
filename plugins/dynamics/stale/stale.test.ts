import {
  apiVersion,
  ports,
  type Ask,
  type Critique,
  type Dynamics,
  type Script,
} from '@ganglion/core'
import { expect, test } from 'vitest'
import registered, { stale } from './stale.ts'

const numbered = (x: number): Critique => ({
  type: 'critique',
  of: { type: 'measure', kind: 'mixture', coordinates: {}, draw: 0 },
  coordinates: {
    means: { cells: 1, members: 1, layout: 'lanes', numbers: Float64Array.of(x) },
  },
})
const numberOf = (critique: unknown): number =>
  (critique as Critique).coordinates['means']!.numbers[0]!

/** The critiques that the generator descends in so many steps; answer k (from 0) has the critique k. */
function heard(script: Script, count: number): number[] {
  const memory = script.memory?.()
  const found: number[] = []
  let answers = 0
  const answer = ({ port, payload }: Ask<unknown>): unknown => {
    if (port === 'descend') found.push(numberOf(payload[0]))
    return port === 'respond' ? { ascent: 'up', critique: numbered(answers++) } : 'law'
  }
  for (let step = 0; step < count; step++) {
    const steps = script.step(ports, memory)
    for (let next = steps.next(); !next.done;) next = steps.next(answer(next.value))
  }
  return found
}

const rates = { generatorRate: 'g', discriminatorRate: 'd' }

test('the critique is so many steps old, and the oldest while there is none of that age', () => {
  expect(heard(registered.script({ ...rates, steps: 3 }), 8)).toEqual([0, 0, 0, 0, 1, 2, 3, 4])
  expect(heard(registered.script({ ...rates, steps: 1 }), 4)).toEqual([0, 0, 1, 2])
})

test('of age 0 it is the plain dynamics', () => {
  expect(heard(registered.script({ ...rates, steps: 0 }), 4)).toEqual([0, 1, 2, 3])
})

/** Asks twice a step, descends by the second answer, and counts its own steps. */
const twice: Dynamics = {
  kind: 'dynamics',
  apiVersion,
  name: 'twice',
  source: 'test',
  options: {},
  script: () => ({
    needs: ['best'],
    memory: () => ({ count: 0 }),
    *step({ generator, discriminator }, memory) {
      ;(memory as { count: number }).count++
      const measure = yield* generator.measure()
      yield* discriminator.respond(measure)
      const { critique } = yield* discriminator.respond(measure)
      yield* generator.descend(critique, 'g' as never)
    },
  }),
}

test('age is counted in steps, however many answers a step has', () => {
  expect(heard(stale(twice, { steps: 2 }).script({}), 6)).toEqual([1, 1, 1, 3, 5, 7])
})

test('needs and memory of the inner script stand', () => {
  const script = stale(twice, { steps: 2 }).script({})
  expect(script.needs).toEqual(['best'])
  expect(script.memory?.()).toEqual({ ring: [], inner: { count: 0 } })
})

test('what is remembered does not change with the block that held it', () => {
  const script = registered.script({ ...rates, steps: 1 })
  const memory = script.memory?.()
  const held = numbered(1)
  const found: number[] = []
  for (const value of [1, 2, 3]) {
    held.coordinates['means']!.numbers[0] = value
    const steps = script.step(ports, memory)
    for (let next = steps.next(); !next.done;) {
      const { port, payload } = next.value
      if (port === 'descend') found.push(numberOf(payload[0]))
      next = steps.next(port === 'respond' ? { ascent: 'up', critique: held } : 'law')
    }
  }
  expect(found).toEqual([1, 1, 2])
})
