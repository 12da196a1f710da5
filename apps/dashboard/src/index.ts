import type { Feed } from './feed.ts'
import type { DashboardOptions } from './options.ts'

export type { EngineOptions } from './engine-order.ts'
export type { Answer, Command, CriticCurve, Ending, Feed, View } from './feed.ts'
export type { DashboardOptions } from './options.ts'
export { liveFeed, liveFeed as workerFeed } from './live-feed.ts'

/**
 * Draws a feed on the terminal until someone quits, then closes the feed. Needs a terminal on both ends; the caller looks
 * first. A feed that broke off is told on stderr after that and sets the exit code to 1.
 */
export async function openDashboard(feed: Feed, options: DashboardOptions): Promise<void> {
  await (await drawing()).draw(feed, options)
}

/** Loads what draws, which takes a while: for who has something to wait for before the dashboard opens. */
export async function loadDashboard(): Promise<void> {
  await drawing()
}

async function drawing() {
  // React's development build draws at twice the cost and keeps a record of every render for ever.
  process.env['NODE_ENV'] ??= 'production'
  return import('./draw.tsx')
}
