import { basename, join } from 'node:path'
import type { Check } from './check.ts'
import type { Inspection } from './inspect.ts'
import { numbersText } from './state.ts'
import { taintText } from './taint.ts'

/** Every byte of the chunks against the checksums of the ledger. */
export function checkChunks(folder: string, chunks: number, found: Inspection): Check[] {
  const { whole, damaged, strange, missing, taints, writer } = found
  const bad = damaged.map(({ chunk, file, why }): Check => ({
    check: 'chunks',
    result: 'unlike',
    text: `chunk ${chunk} is ${why}: ${file} has not the sha256 that ${join(folder, 'ledger.jsonl')} names; ganglion resume ${basename(folder)} computes it again`,
    detail: { chunk, file },
  }))
  const foreign = strange.map((file): Check => ({
    check: 'chunks',
    result: 'unlike',
    text: `the plan has no such chunk: ${file}`,
    detail: { file },
  }))
  const tainted = taintText(taints)
  const taint: Check[] =
    tainted === null
      ? []
      : [{ check: 'taint', result: 'unlike', text: tainted, detail: { tainted: taints } }]
  const by = writer ? `; process ${writer.pid} on ${writer.host} is writing` : ''
  const rest: Check =
    missing.length > 0
      ? {
          check: 'chunks',
          result: 'open',
          text: `not finished: ${whole.size} of ${chunks} chunks are whole, missing ${numbersText(missing)}${by}`,
          detail: { whole: whole.size, of: chunks, missing },
        }
      : {
          check: 'chunks',
          result: 'ok',
          text: `all ${whole.size} of ${chunks} chunks have the bytes that the ledger names`,
          detail: { whole: whole.size, of: chunks },
        }
  return damaged.length + strange.length > 0 && rest.result === 'ok'
    ? [...bad, ...foreign, ...taint]
    : [...bad, ...foreign, ...taint, rest]
}
