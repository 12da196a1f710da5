import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Config, Registry } from '@ganglion/plan'
import { encodeChunk } from './chunk-file.ts'
import { planSweep } from './plan-sweep.ts'
import { playChunk } from './play-chunk.ts'

/** What a worker is born with. */
export interface Order {
  readonly config: Config
  readonly plugins: readonly string[]
  readonly chunkMembers: number
  readonly hash: string
  /** Chunks that are to be computed. */
  readonly todo: readonly number[]
  /** Shared by all workers: the place in `todo` of the next chunk to take, and 1 when no more are to be taken. */
  readonly shared: SharedArrayBuffer
}

/** What a worker says. */
export type Told =
  | { readonly type: 'chunk'; readonly chunk: number; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly name: string; readonly message: string }
  | { readonly type: 'done' }

/** Numbers in the memory that workers share. */
export const slots = { next: 0, stop: 1, count: 2 } as const

/** The life of a worker: takes the next chunk from the shared counter, computes it, and waits until it is committed. */
export async function serveSweep(
  registryOf: (plugins: readonly string[]) => Promise<Registry>,
): Promise<void> {
  const port = parentPort!
  const order = workerData as Order
  const say = (told: Told): void => port.postMessage(told)
  try {
    await compute(order, await registryOf(order.plugins), port, say)
    say({ type: 'done' })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    say({ type: 'failed', name, message })
  }
  port.close()
}

async function compute(
  order: Order,
  registry: Registry,
  port: MessagePort,
  say: (told: Told) => void,
) {
  const { config, chunkMembers, hash, todo } = order
  const plan = await planSweep(config, registry, chunkMembers)
  if (plan.hash !== hash) throw new Error('a worker planned another sweep: a plugin has changed')
  const shared = new Int32Array(order.shared)
  let committed: Promise<unknown> = Promise.resolve()
  while (Atomics.load(shared, slots.stop) === 0) {
    const place = Atomics.add(shared, slots.next, 1)
    if (place >= todo.length) break
    const bytes = encodeChunk(await playChunk(plan, plan.chunks[todo[place]!]!))
    // One may be on its way to the disk while the next is computed, no more.
    await committed
    committed = new Promise((resolve) => port.once('message', resolve))
    say({ type: 'chunk', chunk: todo[place]!, bytes })
  }
  await committed
}
