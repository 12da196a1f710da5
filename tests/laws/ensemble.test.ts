import { keep, type Critique } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { delay, map, type OperatorFunction } from 'rxjs'
import { expect, test } from 'vitest'
import { bitsOf, crowd, planOf, play } from './game.ts'

const steps = 60
const members = 1000

test('1000 members at once = 1000 alone = stepped by hand, bit for bit', async () => {
  const together = await play(await planOf('fig1b', crowd, { members, steps, every: steps }))
  const one = await planOf('fig1b', crowd, { members: 1, steps, every: steps })
  for (let member = 0; member < members; member++) {
    const alone = await play(one, { firstMember: member })
    expect(bitsOf(alone.final, 0), `member ${member}`).toBe(bitsOf(together.final, member))
  }
  const hand = createExperiment(await planOf('fig1b', crowd, { members, steps, every: steps }), {
    paused: true,
  })
  await new Promise<void>((resolve) =>
    hand.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  for (let k = 0; k < steps; k++) hand.controls.step()
  const stepped = await hand.done
  expect(stepped.steps).toBe(steps)
  for (let member = 0; member < members; member++)
    expect(bitsOf(stepped.final, member)).toBe(bitsOf(together.final, member))
}, 120_000)

test('the members differ from one another, and seeds do', async () => {
  const of = async (seed: number) =>
    (await play(await planOf('fig1b', crowd, { members: 3, steps: 5, seed }))).final
  const [a, b] = [await of(1), await of(2)]
  expect(new Set([0, 1, 2].flatMap((m) => [bitsOf(a, m), bitsOf(b, m)])).size).toBe(6)
})

/** The critique of some messages ago; while there are fewer, the oldest. */
const late = (age: number): OperatorFunction<Critique, Critique> => {
  const ring: Critique[] = []
  return map((critique) => {
    ring.push(keep(critique))
    if (ring.length > age + 1) ring.shift()
    return ring[0]!
  })
}

test('a stale operator on the critique wire = the stale dynamics, bit for bit', async () => {
  const over = { ...crowd, members: 20, steps: 300, every: 300 }
  const wired = createExperiment(await planOf('fig1b', over), { poison: true })
  wired.wire('critique', late(3))
  const inside = await play(
    await planOf('fig1b', over, { dynamics: { plugin: 'stale', steps: 3 } }),
    { poison: true },
  )
  const fresh = await play(await planOf('fig1b', over))
  const outside = await wired.done
  expect(outside.error).toBeUndefined()
  for (let m = 0; m < 20; m++) {
    expect(bitsOf(outside.final, m)).toBe(bitsOf(inside.final, m))
    expect(bitsOf(outside.final, m)).not.toBe(bitsOf(fresh.final, m))
  }
})

test('a wire that answers later gives the same bits', async () => {
  const over = { ...crowd, members: 4, steps: 40, every: 40 }
  const slow = createExperiment(await planOf('fig1a', over))
  slow.wire('response', delay(0))
  slow.wire('measure', delay(0))
  const [late, now] = [await slow.done, await play(await planOf('fig1a', over))]
  expect(late.error).toBeUndefined()
  for (let m = 0; m < 4; m++) expect(bitsOf(late.final, m)).toBe(bitsOf(now.final, m))
})
