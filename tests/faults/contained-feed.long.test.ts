import { workerFeed } from '@ganglion/dashboard'
import { afterAll, expect, test, vi } from 'vitest'
import { badPlugins } from './bad-plugins.ts'
import { ForeignFolder } from './foreign-folder.ts'

const foreign = new ForeignFolder()
afterAll(() => foreign.remove())

const titles = [
  'loops in best',
  'awaits without end at load',
  'exits in a step',
  'throws at load',
  'leaves a promise rejected',
]

test.each(badPlugins.filter(({ title }) => titles.includes(title)))(
  'on the screen, a plugin that $title is the end of the run and of nothing else',
  async ({ code, set = [], fails, says }) => {
    const file = foreign.write(code)
    const feed = workerFeed('li2017/fig1a', {
      set: ['steps=200', ...set],
      plugins: [file],
      deadlineMs: 1000,
    })
    try {
      await vi.waitFor(() => expect(feed.view().ending).not.toBeNull(), { timeout: 20_000 })
      expect(feed.view()).toMatchObject({ state: 'failed', ending: { outcome: 'failed' } })
      const { error } = feed.view().ending!
      expect(error).toContain(`${fails.plugin.replace('$', file)} failed at ${fails.port}`)
      expect(error).toMatch(says)
    } finally {
      await feed.close()
    }
  },
)
