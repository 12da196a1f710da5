import { visible } from '@ganglion/core'
import { ContainedThread } from '@ganglion/host'
import { threads, type Hire } from '@ganglion/sweep'
import type { Said } from './sweep-contained-worker.ts'

const plain = new URL('./sweep-worker.ts', import.meta.url)
const contained = new URL('./sweep-contained-worker.ts', import.meta.url)

/** Plain threads, or contained ones where strangers' plugins play. What those print goes to stderr. */
export function hireFor(plugins: readonly string[]): Hire {
  if (plugins.length === 0) return threads(plain)
  return (order, hear, died) => {
    const message = (said: Said): void => {
      if (said.type !== 'said') return hear(said)
      process.stderr.write(visible(said.text, { newlines: true, tabs: true }))
    }
    const thread = new ContainedThread<Said>(contained, order, {}, { message, died })
    return { committed: () => thread.send('committed'), close: () => thread.close() }
  }
}
