import { expect, test } from 'vitest'
import { prepare } from './prepare.ts'
import { unwatched } from './unwatched.ts'

test('a preset whose detectors have all that they need leaves nothing unwatched', async () => {
  expect(unwatched(await prepare('li2017/fig1b'))).toEqual([])
})

test('an array that the discriminator lacks and a metric that is not measured are known beforehand', async () => {
  const { discriminator, ...plan } = await prepare('li2017/fig1b', { set: ['metrics=["l1"]'] })
  const plugin = { ...discriminator.plugin }
  delete (plugin as { memory?: unknown }).memory
  const found = unwatched({ ...plan, discriminator: { ...discriminator, plugin } })
  expect(found).toMatchObject([
    { event: 'discriminator-collapse', missing: ['discriminator.alive'], step: 0 },
  ])
  const bare = await prepare('li2017/fig1b', { set: ['metrics=[]'] })
  const events = unwatched(bare).map(({ event, missing }) => [event, missing])
  expect(events).toContainEqual(['convergence', ['l1']])
})
