import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { liveFeed } from './live-feed.ts'

// Not below the repository: nothing is found by looking upwards.
const folder = mkdtempSync(join(tmpdir(), 'ganglion-'))
const flags = [...process.execArgv]
afterEach(() => {
  process.execArgv = flags
  rmSync(folder, { recursive: true, force: true })
})

test('what the command loads first is loaded in the process of the engine too', async () => {
  const file = join(folder, 'ones.ts')
  writeFileSync(
    file,
    `import { defineMetric } from 'ganglion/plugin'
    export default defineMetric({ name: 'ones', source: 'test', needs: [], signals: ['ones'], number: () => ({ ones: 1 }) })`,
  )
  const hook = new URL('../../cli/src/installation-hook.mjs', import.meta.url).href
  process.execArgv = ['--title=x', '--import', hook]
  const set = ['steps=20', 'metrics=["ones"]']
  const feed = liveFeed('li2017/fig1b', { plugins: [file], set })
  try {
    await vi.waitFor(() => expect(feed.view().ending).not.toBeNull(), { timeout: 20_000 })
    expect(feed.view()).toMatchObject({ state: 'done', ending: { error: null } })
    expect(feed.view().frame?.signals['ones']).toBe(1)
  } finally {
    await feed.close()
  }
})
