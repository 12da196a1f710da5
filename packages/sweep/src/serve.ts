import type { Trace } from '@ganglion/core'
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
  | { readonly type: 'chunk'; readonly chunk: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly name: string; readonly message: string }
  | { readonly type: 'done' }

/** Memory that goes over to whoever hears, instead of being copied. */
export function handedOver(told: Told): ArrayBuffer[] {
  return told.type === 'chunk' ? [told.bytes.buffer] : []
}

/** Numbers in the memory that workers share. */
export const slots = { next: 0, stop: 1, count: 2 } as const

/** How a worker speaks with the thread that commits, and what it is careful about. */
export interface Line {
  readonly say: (told: Told) => void
  /** Resolves when the chunk that was said last is committed. */
  readonly committed: () => Promise<void>
  /** Told of every call of plugin code; then plugins are also given frozen data. */
  readonly trace?: Trace
  /** Called after each chunk; what it throws ends the sweep. */
  readonly check?: () => void
}

/** The life of a worker: takes the next chunk from the shared counter, computes it, and waits until it is committed. */
export async function serveSweep(
  order: Order,
  registryOf: (plugins: readonly string[]) => Promise<Registry>,
  line: Line,
): Promise<void> {
  try {
    await compute(order, await registryOf(order.plugins), line)
    line.say({ type: 'done' })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    line.say({ type: 'failed', name, message })
  }
}

async function compute(
  { config, chunkMembers, hash, todo, shared }: Order,
  registry: Registry,
  { say, committed, trace, check }: Line,
): Promise<void> {
  const plan = await planSweep(config, registry, chunkMembers)
  if (plan.hash !== hash) throw new Error('a worker planned another sweep: a plugin has changed')
  const counters = new Int32Array(shared)
  let last: Promise<void> = Promise.resolve()
  while (Atomics.load(counters, slots.stop) === 0) {
    const place = Atomics.add(counters, slots.next, 1)
    if (place >= todo.length) break
    const chunk = plan.chunks[todo[place]!]!
    const bytes = encodeChunk(await playChunk(plan, chunk, trace ? { trace, frozen: true } : {}))
    check?.()
    // One may be on its way to the disk while the next is computed, no more.
    await last
    last = committed()
    say({ type: 'chunk', chunk: chunk.chunk, bytes })
  }
  await last
}
