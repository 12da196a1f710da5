import { elementaryFunctions, type Index, type Lowered, type Statement } from '@ganglion/calculus'

/** How far loops are unrolled. */
export interface Limits {
  /** A loop that takes no more steps than this stands there unrolled. */
  readonly unrolled: number
  /** An innermost loop is unrolled until its body has about so many steps: elementary functions overlap then. */
  readonly body: number
  /** Or until so many elementary functions overlap. */
  readonly elementary: number
}

/** Limits that fit the processor's window. */
export const usual: Limits = { unrolled: 96, body: 240, elementary: 12 }
/** Stripes go round by eight. */
export const stripes = 8

/** The longest axis that is looped over, for lanes when there is but one member. */
export function longestAxis({ statements }: Lowered): object | null {
  let found: Index['axis'] | null = null
  const visit = (list: readonly Statement[]): void => {
    for (const s of list) {
      if (s.kind !== 'loop') continue
      if (!found || s.index.axis.size > found.size) found = s.index.axis
      visit(s.body)
    }
  }
  visit(statements)
  return found
}

/** Steps of statements when everything is unrolled. */
export function weigh(statements: readonly Statement[]): number {
  return statements.reduce(
    (sum, s) => sum + (s.kind === 'loop' ? s.index.axis.size * weigh(s.body) : 1),
    0,
  )
}

/** How often a body stands in its loop. */
export function factorOf(
  body: readonly Statement[],
  size: number,
  width: number,
  limits: Limits,
): number {
  if (hasStripe(body)) return stripes / width
  const weight = weigh(body)
  const inner = body.some((s) => s.kind === 'loop' && weigh([s]) > limits.unrolled)
  if (inner) return 1
  const fitting = Math.floor(limits.body / weight)
  const calls = elementaryIn(body)
  const overlapping = calls > 0 ? Math.floor(limits.elementary / calls) : 0
  return Math.max(1, Math.min(8, Math.max(fitting, overlapping), Math.floor(size / width)))
}

/** Elementary functions of statements when everything is unrolled. */
function elementaryIn(statements: readonly Statement[]): number {
  return statements.reduce((sum, s) => {
    if (s.kind === 'loop') return sum + s.index.axis.size * elementaryIn(s.body)
    return sum + (s.kind === 'call' && s.primitive.name in elementaryFunctions ? 1 : 0)
  }, 0)
}

const hasStripe = (body: readonly Statement[]): boolean =>
  body.some((s) => s.kind === 'stripe' || (s.kind === 'loop' && hasStripe(s.body)))
