import { exitCode } from './exit-code.ts'

/** A launcher and the terminal may both deliver one Ctrl-C: within this time they are one. */
const togetherMs = 150

/** Ctrl-C and TERM: the first ends after the step, the second at once. Returns what to exit with, if interrupted. */
export function onInterrupt(stop: () => void): () => number | null {
  let code: number | null = null
  let first = 0
  const hear = (wanted: number) => (): void => {
    const now = performance.now()
    if (code === null) {
      code = wanted
      first = now
      stop()
    } else if (now - first > togetherMs) process.exit(code)
  }
  process.on('SIGINT', hear(exitCode.interrupted))
  process.on('SIGTERM', hear(exitCode.terminated))
  return () => code
}
