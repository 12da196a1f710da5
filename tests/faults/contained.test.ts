import { PluginError } from '@ganglion/core'
import { contained, experiment, type ContainedOptions } from 'ganglion'
import { afterAll, expect, test } from 'vitest'
import { badPlugins, diverging, flooding, honest } from './bad-plugins.ts'
import { ForeignFolder } from './foreign-folder.ts'

const deadlineMs = 1000
const foreign = new ForeignFolder()
afterAll(() => foreign.remove())

const play = (code: string, options: ContainedOptions) =>
  contained('li2017/fig1a', {
    steps: 200,
    deadlineMs,
    ...options,
    plugins: [foreign.write(code)],
  })

const good = async () => {
  const { final, outcome, events } = await experiment('li2017/fig1a', { steps: 200 }).done
  return { final, outcome, events }
}
const before = await good()
const started = performance.now()
await contained('li2017/fig1a', { steps: 200 }).done
/** What starting a thread and playing well take here, generously. */
const startMs = 3 * (performance.now() - started) + 1000

test.each(badPlugins)('a plugin that $title', async ({ code, set = [], memoryMb, fails, says }) => {
  const file = foreign.write(code)
  const begun = performance.now()
  const run = contained('li2017/fig1a', {
    steps: 200,
    deadlineMs,
    set,
    plugins: [file],
    // Filling memory takes as long as it takes: it must not race with the deadline.
    ...(memoryMb ? { memoryMb, deadlineMs: 20_000 } : {}),
  })
  const { outcome, error } = await run.done
  const took = performance.now() - begun
  expect(outcome).toBe('failed')
  expect(error).toBeInstanceOf(PluginError)
  expect(error).toMatchObject({ ...fails, plugin: fails.plugin.replace('$', file) })
  expect(error!.message).toMatch(says)
  if (memoryMb === undefined) expect(took).toBeLessThan(startMs + deadlineMs + 1000)
  expect(await good()).toEqual(before)
})

test('numbers that are no numbers are data: the run diverges', async () => {
  const { outcome, error } = await play(diverging.code, { set: diverging.set }).done
  expect(error).toBeUndefined()
  expect(outcome).toBe('diverged')
})

test('a flood on the console is cut off, counted, and harms nobody', async () => {
  const run = play(flooding.code, { set: flooding.set, steps: 40 })
  const { error } = await run.done
  expect(error).toBeUndefined()
  expect(run.printed().text).toHaveLength(64 * 1024)
  expect(run.printed().dropped).toBe(41 * 1000 * 1001 - 64 * 1024)
})

test('an honest plugin plays as without a border: the same frames, events and end', async () => {
  const [plugin] = [foreign.write(honest.code)]
  const options = { steps: 3000, set: honest.set, plugins: [plugin] }
  const here = experiment('li2017/fig1a', options)
  const there = contained('li2017/fig1a', options)
  const all = async <T>(stream: AsyncIterable<T>): Promise<T[]> => {
    const list: T[] = []
    for await (const item of stream) list.push(item)
    return list
  }
  const [a, b] = await Promise.all([all(here.frames), all(there.frames)])
  expect(b).toHaveLength(3001)
  expect(b).toEqual(a)
  expect(await all(there.events)).toEqual(await all(here.events))
  expect(await there.done).toEqual(await here.done)
  expect(await there.plan).toMatchObject({ hash: (await here.plan).hash })
})
