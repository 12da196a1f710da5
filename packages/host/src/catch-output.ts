import type { BlackBox } from './black-box.ts'

/** So much of what plugin code prints is kept. */
const mostBytes = 64 * 1024

type Write = typeof process.stdout.write

/**
 * Catches what is written to this thread's console, output and error streams: the first 64 KiB are handed on as text,
 * the rest is counted in the black box and dropped here, so that a flood costs no memory on either side.
 */
export function catchOutput(box: BlackBox, say: (text: string) => void): void {
  let left = mostBytes
  const write = (chunk: Uint8Array | string, second?: unknown, third?: unknown): boolean => {
    const bytes = Buffer.from(chunk as string)
    const kept = bytes.subarray(0, left)
    left -= kept.length
    if (kept.length > 0) say(kept.toString())
    if (bytes.length > kept.length) box.drop(bytes.length - kept.length)
    const done = typeof second === 'function' ? second : third
    if (typeof done === 'function') queueMicrotask(() => (done as () => void)())
    return true
  }
  for (const stream of [process.stdout, process.stderr]) stream.write = write as Write
}
