import type { Discriminator, Generator } from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'
import { inWorker } from './in-worker.ts'
import type { PlayerSuite } from './player-suite.ts'
import { results, type Workings } from './repeat-cases.ts'
import { difference } from './same-bits.ts'

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
      const there = await inWorker(new URL('./player-worker.ts', import.meta.url), {
        file: String(file),
        name,
        kind,
        sizes,
        settings,
      })
      const at = difference(here, there)
      expectThat(
        at === null,
        () => `${at} differs between this thread and a worker that imports ${String(file)}`,
      )
    }),
  ]
}
