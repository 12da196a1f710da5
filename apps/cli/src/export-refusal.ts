import { basename } from 'node:path'
import { numbersText, stateOf, type RunInspection, type StoredSweep } from '@ganglion/store'

/** Why a run is not whole, and the command that mends it. */
export interface Unwhole {
  readonly text: string
  readonly mend: string
}

/** What a sweep lacks, null when it is finished: a taint is told, and keeps nobody from its table. */
export function unwholeSweep({ folder, manifest, found }: StoredSweep): Unwhole | null {
  const { whole, damaged, strange, missing, writer } = found
  const resume = `ganglion resume ${basename(folder)}`
  const n = `${whole.size} of ${manifest.chunks} chunks`
  switch (stateOf(found)) {
    case 'finished':
    case 'tainted':
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

/** What a single game lacks, null when it has ended by itself and is whole. */
export function unwholeRun(
  folder: string,
  { state, damaged, writer }: RunInspection,
): Unwhole | null {
  const again = 'play it again with: ganglion run, under another name'
  switch (state) {
    case 'finished':
      return null
    case 'writing':
      return {
        text: `${folder} is being written by process ${writer!.pid} on ${writer!.host}`,
        mend: 'wait until it has ended',
      }
    case 'unfinished':
      return { text: `${folder} was stopped before its end`, mend: again }
    case 'damaged':
      return { text: `${folder} is damaged: changed or cut: ${damaged.join(', ')}`, mend: again }
  }
}
