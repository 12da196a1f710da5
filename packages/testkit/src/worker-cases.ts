import { Worker } from 'node:worker_threads'
import type { Discriminator, Generator } from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'
import type { PlayerSuite } from './player-suite.ts'
import { results, type Workings } from './repeat-cases.ts'
import { difference } from './same-bits.ts'

const deadlineMs = 20_000

/** With a file: a worker imports it, builds the player and evaluates it; the bits are those of this thread. */
export function workerCases(
  { name, kind }: Discriminator | Generator,
  { file, sizes, settings }: PlayerSuite,
  workings: Workings,
): readonly Case[] {
  if (file === undefined) return []
  return [
    check('worker: imported and evaluated in a worker, same bits', async () => {
      const here = results(workings())
      const there = await answerOf({ file: String(file), name, kind, sizes, settings })
      const at = difference(here, there)
      expectThat(
        at === null,
        () => `${at} differs between this thread and a worker that imports ${String(file)}`,
      )
    }),
  ]
}

async function answerOf(workerData: object): Promise<unknown> {
  const worker = new Worker(new URL('./player-worker.ts', import.meta.url), { workerData })
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const late = setTimeout(
    () => reject(new Error(`no answer from the worker after ${deadlineMs / 1000} s`)),
    deadlineMs,
  )
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the worker ended with code ${code}, unasked`)))
  try {
    return await promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
