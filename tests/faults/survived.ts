import { PluginError } from '@ganglion/core'
import { contained, experiment } from 'ganglion'
import { beforeAll, expect } from 'vitest'
import type { BadPlugin } from './bad-plugins.ts'
import type { ForeignFolder } from './foreign-folder.ts'

/** How long a plugin may take to come back, in these tests. */
export const deadlineMs = 1000

const good = async () => {
  const { final, outcome, events } = await experiment('li2017/fig1a', { steps: 200 }).done
  return { final, outcome, events }
}

/** A test of one bad plugin: the host survives, names it in time, and plays well afterwards, as before. */
export function survived(foreign: ForeignFolder) {
  let [before, startMs]: [unknown, number] = [null, 0]
  beforeAll(async () => {
    before = await good()
    const started = performance.now()
    await contained('li2017/fig1a', { steps: 200 }).done
    // What starting a thread and playing well take here, generously.
    startMs = 3 * (performance.now() - started) + 1000
  })
  return async ({ code, set = [], memoryMb, fails, says }: BadPlugin): Promise<void> => {
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
  }
}
