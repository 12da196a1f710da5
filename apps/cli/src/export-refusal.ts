import { basename } from 'node:path'
import { numbersText, stateOf, type StoredSweep } from '@ganglion/store'

/** Why a run is not whole, and the command that mends it. */
export interface Unwhole {
  readonly text: string
  readonly mend: string
}

/** What a run lacks, null when it is finished. */
export function unwhole({ folder, manifest, found }: StoredSweep): Unwhole | null {
  const { whole, damaged, strange, missing, writer } = found
  const resume = `ganglion resume ${basename(folder)}`
  const n = `${whole.size} of ${manifest.chunks} chunks`
  switch (stateOf(found)) {
    case 'finished':
      return null
    case 'writing':
      return {
        text: `${folder} is being written by process ${writer!.pid} on ${writer!.host}: ${n} are there`,
        mend: 'wait until it has ended',
      }
    case 'unfinished':
      return {
        text: `${folder} is not finished: ${n} are there, missing ${numbersText(missing)}`,
        mend: `compute what is missing with: ${resume}`,
      }
    case 'damaged':
      return damaged.length > 0
        ? {
            text: `${folder} is damaged: ${damaged.map(({ chunk, file, why }) => `chunk ${chunk} is ${why} (${file})`).join('; ')}`,
            mend: `compute it again with: ${resume}`,
          }
        : {
            text: `${folder} is damaged: no plan has ${strange.join(', ')}`,
            mend: 'look at what that is, and remove it',
          }
  }
}
