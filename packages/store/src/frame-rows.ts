import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Batch, Field, Rows } from './fields.ts'
import { parseFrame, type StoredFrame } from './frame-line.ts'

/** So many frames are given together. */
const together = 256

/** A row a kept frame and member: the step, and every signal. Half a line at the end, of a game that was killed, is left out. */
export async function frameRows(folder: string): Promise<Rows> {
  for await (const first of framesIn(folder)) {
    const signals = Object.entries(first.signals).flatMap(([name, numbers]) => {
      const cells = numbers.length / first.members
      return Array.from({ length: cells }, (_, c) => ({
        field: { name: cells === 1 ? name : `${name}[${c}]`, type: 'number' } satisfies Field,
        signal: name,
        c,
      }))
    })
    const place = ['step', 'member'].map((name): Field => ({ name, type: 'count' }))
    const fields = [...place, ...signals.map(({ field }) => field)]
    return { fields, batches: batchesOf(folder, signals) }
  }
  return { fields: [{ name: 'step', type: 'count' }], batches: none() }
}

async function* batchesOf(
  folder: string,
  signals: readonly { readonly signal: string; readonly c: number }[],
): AsyncGenerator<Batch> {
  let frames: StoredFrame[] = []
  const batch = (): Batch => {
    const rows = frames.flatMap((frame) =>
      Array.from({ length: frame.members }, (_, m) => ({ frame, m })),
    )
    frames = []
    return {
      rows: rows.length,
      columns: [
        rows.map(({ frame }) => frame.step),
        rows.map(({ m }) => m),
        ...signals.map(({ signal, c }) =>
          rows.map(({ frame, m }) => frame.signals[signal]?.[c * frame.members + m] ?? NaN),
        ),
      ],
    }
  }
  for await (const frame of framesIn(folder)) if (frames.push(frame) >= together) yield batch()
  if (frames.length > 0) yield batch()
}

async function* framesIn(folder: string): AsyncGenerator<StoredFrame> {
  const input = createReadStream(join(folder, 'frames.jsonl'), 'utf8')
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      // Half a line is no JSON.
      if (!line.endsWith('}}')) return
      yield parseFrame(line)
    }
  } finally {
    input.destroy()
  }
}

async function* none(): AsyncGenerator<Batch> {}
