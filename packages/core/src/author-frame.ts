const root = new URL('../../../', import.meta.url).pathname
const ours = [`${root}packages/`, `${root}apps/`]

/** A place in a file. Lines and columns count from 1. */
export interface AuthorFrame {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Frames of the stack of an error that lie in a plugin author's files, the innermost first: not in Node, packages or here. */
export function authorFrames(cause: unknown): readonly AuthorFrame[] {
  return stackOf(cause)
    .split('\n')
    .map(frameOf)
    .filter((frame) => frame !== null)
}

/** Where in its author's files an error came up, as `bumps.ts:6`: the file's own name and the line; null if nowhere there. */
export function authorPlace(cause: unknown): string | null {
  const [frame] = authorFrames(cause)
  return frame ? `${frame.file.replace(/^.*[\\/]/, '')}:${frame.line}` : null
}

/** The stack of an error without the frames of Node, of packages and of this project. */
export function authorStack(error: Error): string {
  const lines = stackOf(error).split('\n')
  const first = lines.findIndex((line) => /^\s+at /.test(line))
  if (first < 0) return stackOf(error)
  const frames = lines.slice(first).filter((line) => frameOf(line) !== null)
  return [...lines.slice(0, first), ...frames].join('\n')
}

function frameOf(line: string): AuthorFrame | null {
  const found = /^\s+at (?:.*?\()?(?:file:\/\/)?([^()]+?):(\d+):(\d+)\)?$/.exec(line)
  if (!found) return null
  const file = found[1]!.replace(/^async /, '').replace(/[?#].*$/, '')
  if (file.startsWith('node:') || /[\\/]node_modules[\\/]/.test(file)) return null
  if (ours.some((folder) => file.startsWith(folder)) && !/\.test\.tsx?$/.test(file)) return null
  return { file, line: Number(found[2]), column: Number(found[3]) }
}

/** A plugin may throw anything, also what has a stack that throws. */
function stackOf(cause: unknown): string {
  try {
    return cause instanceof Error ? String(cause.stack ?? '') : ''
  } catch {
    return ''
  }
}
