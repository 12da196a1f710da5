import { writeSync } from 'node:fs'
import { visible } from '@ganglion/core'
import { render } from 'ink'
import { Dashboard } from './dashboard.tsx'
import { failureOf } from './failure.ts'
import { farewell } from './farewell.ts'
import type { Feed, View } from './feed.ts'
import type { DashboardOptions } from './options.ts'
import { beforeTheEnd } from './terminal-guard-end.ts'
import { guardTerminal, restoring } from './terminal-guard.ts'

/**
 * Puts the dashboard on the alternate screen and stays until it is left. However the process ends in between, the terminal
 * is as it was before; an error that nobody caught ends the dashboard and is thrown.
 */
export async function draw(feed: Feed, options: DashboardOptions): Promise<void> {
  let left: View
  try {
    await show(feed, options)
    // Closing ends the run; what is told is how it stood before.
    left = feed.view()
  } finally {
    await feed.close()
  }
  const { problem } = left
  // Why a run failed is told on stderr; an ending of its own is told there by whoever opened the dashboard.
  if (failureOf(left) === null) process.stdout.write(`${farewell(left)}\n`)
  if (problem === null) return
  process.stderr.write(`${visible(problem, { newlines: true, tabs: true })}\n`)
  process.exitCode = 1
}

async function show(feed: Feed, options: DashboardOptions): Promise<void> {
  const { screenReader = false } = options
  const guard = guardTerminal(!screenReader)
  const screen = render(<Dashboard feed={feed} {...options} />, {
    // Sentences are appended to what is on the screen already.
    alternateScreen: !screenReader,
    isScreenReaderEnabled: screenReader,
    incrementalRendering: !screenReader,
    maxFps: 15,
    exitOnCtrlC: false,
  })
  const errors: unknown[] = []
  const forget = beforeTheEnd(
    () => {
      screen.unmount()
      process.stdin.setRawMode?.(false)
      // Once more and at once: Ink may have been in the middle of a frame.
      if (process.stdout.isTTY) writeSync(1, restoring(!screenReader))
      guard.release()
    },
    (error) => {
      errors.push(error)
      screen.unmount()
    },
  )
  try {
    await screen.waitUntilExit()
  } finally {
    forget()
    guard.release()
  }
  if (errors.length > 0) throw errors[0]
}
