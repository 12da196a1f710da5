import { javascript } from '@ganglion/calculus'
import type { Plan } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { pointOf, type Point } from './point.ts'

/**
 * Plays so many steps of one member of a plan and tells where it stands. Nobody watches, so nobody ends. Rejects with the
 * PluginError of a game that failed before.
 */
export async function reached(
  plan: Plan,
  steps: number,
  { firstMember = 0, member = 0 }: { readonly firstMember?: number; readonly member?: number } = {},
): Promise<Point> {
  const most = { steps: steps + 1, every: steps + 1, members: 1 }
  const bare: Plan = { ...plan, ...most, metrics: [], detectors: [] }
  const options = { paused: true, firstMember: firstMember + member }
  const short = steps < worthCompiling && plan.profile !== 'fast'
  const game = createExperiment(bare, short ? { ...options, backend: javascript } : options)
  let end: (error: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => (end = reject))
  const paused = new Promise<void>((resolve) =>
    game.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  void game.done.then(({ error }) => error && end(error))
  await Promise.race([paused, failed])
  // In pieces, so that whoever wants to interrupt is heard.
  for (let left = steps; left > 0; left -= pieces) {
    game.controls.step(Math.min(pieces, left))
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), failed])
  }
  const snapshot = game.snapshot()
  game.controls.stop()
  return pointOf(snapshot)
}

const pieces = 1000

/** Fewer steps are played sooner in plain JavaScript than WebAssembly is made: the same bits. */
const worthCompiling = 2000
