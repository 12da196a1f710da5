import { createExperiment } from '@ganglion/engine'
import { expect, test } from 'vitest'
import { Mail } from './contained-mail.ts'
import type { FromThread, Happening } from './contained-message.ts'
import { prepare } from './prepare.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))
/** Room for a game to play on, if it does not wait: it plays some steps in each turn. */
const turns = async () => {
  for (let k = 0; k < 50; k++) await turn()
}

/** A game whose mail is answered when the test says so. */
async function mailed(steps: number) {
  const live = createExperiment(await prepare('li2017/fig1a', { steps }))
  const posted: FromThread[] = []
  const mail = new Mail(live, 1, (message) => posted.push(message))
  const happenings = (): Happening[] =>
    posted.flatMap((message) => (message.type === 'batch' ? message.happenings : []))
  const states = () => happenings().flatMap((h) => (h.type === 'state' ? [h.state] : []))
  const frames = () => happenings().flatMap((h) => (h.type === 'frame' ? [h.frame.step] : []))
  const held = new Promise<void>((resolve) =>
    live.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  return { live, mail, posted, held, states, frames }
}

test('the game waits for a side that is behind, does not say so, and loses nothing', async () => {
  const { live, mail, posted, held, states, frames } = await mailed(3000)
  await held
  await turns()
  const sent = posted.length
  expect(sent).toBeLessThan(12)
  await turns()
  expect(posted).toHaveLength(sent)
  let answered = 0
  let over = false
  void live.done.then(() => (over = true))
  while (!over || answered < posted.length) {
    for (; answered < posted.length; answered++) mail.obey({ type: 'taken' })
    await turn()
    mail.flush()
  }
  expect(frames()).toEqual(Array.from({ length: 3001 }, (_, step) => step))
  expect(states()).toEqual(['preparing', 'running', 'done'])
})

test('a pause that somebody asks for while the game waits stays one', async () => {
  const { mail, posted, held, states, live } = await mailed(3000)
  await held
  mail.obey({ type: 'pause' })
  for (let k = 0; k < posted.length; k++) mail.obey({ type: 'taken' })
  await turns()
  mail.flush()
  expect(states()).toEqual(['preparing', 'running', 'paused'])
  live.controls.stop()
  expect((await live.done).outcome).toBe('cancelled')
})
