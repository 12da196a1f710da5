import { render } from 'ink'
import { Dashboard } from './dashboard.tsx'
import type { Feed } from './feed.ts'
import type { DashboardOptions } from './options.ts'

/** Puts the dashboard on the alternate screen and stays until it is left. */
export async function draw(feed: Feed, options: DashboardOptions): Promise<void> {
  try {
    const screen = render(<Dashboard feed={feed} {...options} />, {
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 15,
      exitOnCtrlC: false,
    })
    await screen.waitUntilExit()
  } finally {
    await feed.close()
  }
  const { problem } = feed.view()
  if (problem === null) return
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
