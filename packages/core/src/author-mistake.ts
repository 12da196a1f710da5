import { Expr } from '@ganglion/calculus'
import { authorPlace } from './author-frame.ts'
import { textOf } from './plugin-error.ts'

/** What an author reads where a function of theirs gave nothing back. */
export const nothingReturned = 'with { } an arrow function needs `return`'

/** What one of an author's functions threw, and in which line of theirs; `given` is what it was called with. */
export function authorMistake(cause: unknown, given: readonly unknown[] = []): string {
  const place = authorPlace(cause)
  return `${scalarCalled(cause, given) ?? textOf(cause)}${place === null ? '' : `, at ${place}`}`
}

/** An array without axes is a number already: who asks for its first cell hears only that it is no function. */
function scalarCalled(cause: unknown, given: readonly unknown[]): string | null {
  const name = /^(?:\w+\.)*(\w+) is not a function$/.exec(textOf(cause))?.[1]
  if (!(cause instanceof TypeError) || name === undefined) return null
  const isScalar = given.some((one) => {
    const fields = (typeof one === 'object' ? one : null) as Readonly<
      Record<string, unknown>
    > | null
    return fields !== null && Object.hasOwn(fields, name) && fields[name] instanceof Expr
  })
  return isScalar ? `${name} is a single number: write ${name}, not ${name}(0)` : null
}
