import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Whether a game failed for want of memory that fewer members would not need. */
export function isFull(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof RangeError && one.message.includes('play fewer members')) return true
  return false
}

/**
 * Gives back the kernel memory of games that nobody holds any more. Node collects garbage when its own heap fills, and does not
 * know how much of the kernels' memory that garbage holds.
 */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  // What finalizers give back is given back in a turn of the event loop of its own.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}
