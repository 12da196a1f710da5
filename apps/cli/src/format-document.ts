import { Output } from './output.ts'

type Line = { readonly type: string }

/** An output that gathers the JSON lines of a run and writes them at its end as one JSON document. */
export class DocumentOutput extends Output {
  readonly #lines: Line[] = []

  override line(text: string): Promise<void> {
    this.#lines.push(JSON.parse(text) as Line)
    return Promise.resolve()
  }

  override async flush(): Promise<void> {
    await super.line(JSON.stringify(document(this.#lines)))
    await super.flush()
  }
}

/** `{v, started, events, frames, finished}` of the lines of a run; frames only where some were asked for. */
export function document(lines: readonly Line[]): object {
  const one = (type: string): Line | undefined => lines.find((line) => line.type === type)
  const frames = lines.filter(({ type }) => type === 'frame')
  const others = new Set(['run.started', 'run.finished', 'frame'])
  return {
    v: 1,
    started: one('run.started'),
    events: lines.filter(({ type }) => !others.has(type)),
    ...(frames.length > 0 ? { frames } : {}),
    finished: one('run.finished'),
  }
}
