import { expect, test } from 'vitest'
import { BlackBox } from './black-box.ts'

/** A box as two threads see it. */
const pair = () => {
  const inside = new BlackBox()
  return { inside, outside: new BlackBox(inside.memory) }
}

test('the other side sees where plugin code runs, nested calls and the way back', () => {
  const { inside, outside } = pair()
  const [a, b, port] = ['discriminator:a', 'objective:b', 'f'].map((name) => inside.name(name))
  expect(outside.running()).toBeNull()
  inside.enter(a!, port!, 3)
  inside.enter(b!, port!, 4)
  expect(outside.running()).toEqual({ plugin: 'objective:b', port: 'f', step: 4 })
  inside.leave()
  expect(outside.running()).toEqual({ plugin: 'discriminator:a', port: 'f', step: 3 })
  inside.leave()
  expect(outside.running()).toBeNull()
})

test('calls nested deeper than the box remembers still lead back', () => {
  const { inside, outside } = pair()
  const [who, where] = [inside.name('a:b'), inside.name('f')]
  for (let k = 1; k <= 100; k++) inside.enter(who, where, k)
  expect(outside.running()?.step).toBe(100)
  for (let k = 0; k < 99; k++) inside.leave()
  expect(outside.running()?.step).toBe(1)
})

test('a stranger is remembered after it has come back', () => {
  const { inside, outside } = pair()
  inside.distrust('metric:evil')
  inside.enter(inside.name('metric:evil'), inside.name('number'), 7)
  inside.leave()
  inside.enter(inside.name('metric:good'), inside.name('number'), 8)
  expect(outside.suspect()).toEqual({ plugin: 'metric:evil', port: 'number', step: 7 })
})

test('names that no longer fit lose their words, not the place of the others', () => {
  const { inside, outside } = pair()
  const first = inside.name('metric:first')
  for (let k = 0; k < 200; k++) inside.name(`${'x'.repeat(300)}${k}`)
  inside.enter(first, inside.name('late'), 1)
  expect(outside.running()).toEqual({ plugin: 'metric:first', port: 'a port', step: 1 })
})

test('beats and calls are counted apart', () => {
  const { inside, outside } = pair()
  const [beats, calls] = [outside.beats, outside.calls]
  inside.beat()
  inside.enter(inside.name('a:b'), inside.name('f'), 0)
  expect(outside.inside).toBe(true)
  inside.leave()
  expect([outside.beats - beats, outside.calls - calls, outside.inside]).toEqual([1, 2, false])
})
