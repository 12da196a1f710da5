import { contained, experiment, type ContainedOptions } from 'ganglion'
import { afterAll, expect, test } from 'vitest'
import { badPlugins, diverging, flooding, honest } from './bad-plugins.ts'
import { ForeignFolder } from './foreign-folder.ts'
import { deadlineMs, survived } from './survived.ts'

const foreign = new ForeignFolder()
afterAll(() => foreign.remove())

const play = (code: string, options: ContainedOptions) =>
  contained('li2017/fig1a', {
    steps: 200,
    deadlineMs,
    ...options,
    plugins: [foreign.write(code)],
  })

/** One of each sort; all of them are in bad-plugins.long.test.ts. */
const sorts = [
  'throws in best',
  'throws control characters',
  'throws in a timer',
  'answers with a promise in its critic',
  'answers with the wrong length',
  'changes the law that it is given',
  'loops in a script',
  'exits at load',
  'leaks memory',
  'replaces Math.sqrt in a metric',
].map((title) => badPlugins.find((one) => one.title === title)!)

test.each(sorts)('a plugin that $title', survived(foreign))

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
