import type { Expr } from './node.ts'
import { print, printIndex } from './print.ts'

/** A mistake in an expression: what is wrong, in which expression over which axes, and which line wrote it. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  /** The author's line as path:line, if the stack still knows it. */
  readonly line: string | undefined

  constructor(message: string, node?: Expr) {
    const line = authorLine(node ? node.birth.stack : stackHere())
    const where = node ? `\n  in ${print(node, 4)}${axesOf(node)}` : ''
    super(`${message}${where}${line ? `\n  at ${line}` : ''}`)
    this.line = line
  }
}

function axesOf(node: Expr): string {
  if (node.free.length === 0) return ' (a single number)'
  return ` (over ${node.free.map(printIndex).join(', ')})`
}

function stackHere(): string | undefined {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 40
  const { stack } = new Error('here')
  Error.stackTraceLimit = limit
  return stack
}

const own = /[\\/]packages[\\/](calculus|core)[\\/]src[\\/](?!.*\.(test|bench)\.)/

/** The first frame of a stack that belongs neither to this language nor to a library. */
function authorLine(stack: string | undefined): string | undefined {
  for (const frame of stack?.split('\n').slice(1) ?? []) {
    const found = /(?:file:\/\/)?((?:[A-Za-z]:)?[\\/][^()]*?):(\d+):\d+\)?$/.exec(frame)
    if (!found) continue
    const path = found[1]!
    if (!own.test(path) && !/[\\/]node_modules[\\/]/.test(path)) return `${path}:${found[2]}`
  }
  return undefined
}
