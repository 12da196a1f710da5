import { Digest } from './digest.ts'
import type { Chunk } from './chunks.ts'
import type { SweepOutline } from './plan-sweep.ts'
import { readChunks, type RunFolder } from './run-folder.ts'
import { Tally, type GroupSummary } from './summary.ts'
import { startWorkers, type Hire } from './workers.ts'

/** A chunk that was committed. */
export interface Progress extends Chunk {
  readonly sha256: string
  /** Chunks that are committed, this one included. */
  readonly committed: number
  readonly of: number
}

/** A sweep whose ledger is full. */
export interface Finished {
  readonly cells: number
  readonly members: number
  /** The sha256 of the table, `sha256:...`. */
  readonly table: string
  readonly summary: readonly GroupSummary[]
}

/** How a sweep is computed; nothing here changes a bit of it. */
export interface SweepOptions {
  /** Starts a worker, e.g. `threads(new URL('./my-worker.ts', import.meta.url))`. */
  readonly hire: Hire
  readonly jobs: number
  /** Told of each chunk when it is committed. */
  readonly progress?: (progress: Progress) => void
}

/** A sweep at work. */
export interface LiveSweep {
  /** Resolves to the finished sweep, or to null when it was stopped before. */
  readonly done: Promise<Finished | null>
  /** Lets the chunks in flight be finished and committed. */
  stop(): void
}

/** Computes what the ledger lacks, in worker threads, and closes the folder. */
export function startSweep(plan: SweepOutline, run: RunFolder, options: SweepOptions): LiveSweep {
  const { committed } = run
  const todo = plan.chunks.filter(({ chunk }) => !committed.has(chunk)).map(({ chunk }) => chunk)
  const { config, plugins, chunkMembers, hash } = run.manifest
  let count = committed.size
  const commit = async (chunk: number, bytes: Uint8Array): Promise<void> => {
    const sha256 = await run.commit(chunk, bytes)
    count++
    options.progress?.({ ...plan.chunks[chunk]!, sha256, committed: count, of: plan.chunks.length })
  }
  const order = { config, plugins, chunkMembers, hash, todo }
  const crew = startWorkers(options.hire, order, Math.min(options.jobs, todo.length), commit)
  const finish = async (): Promise<Finished | null> => {
    try {
      await crew.done
      return count === plan.chunks.length ? await finished(plan, run.folder) : null
    } finally {
      await run.close()
    }
  }
  return { done: finish(), stop: () => crew.stop() }
}

/** Table and summary of a run whose ledger is full. Throws a DamagedError when a chunk is not what the ledger says. */
export async function finished(plan: SweepOutline, folder: string): Promise<Finished> {
  const { cells, members, chunks } = plan
  const digest = new Digest(plan)
  const tally = new Tally(plan)
  for await (const chunk of readChunks(folder, chunks.length)) {
    digest.add(chunk)
    tally.add(chunk)
  }
  return { cells, members, table: digest.end(), summary: tally.summary() }
}
