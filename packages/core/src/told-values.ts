/** Whether something is a list of an array's numbers, typed or not. */
export function isList(values: unknown): values is ArrayLike<unknown> {
  return Array.isArray(values) || (ArrayBuffer.isView(values) && 'length' in values)
}

/** `1 number`, `3 numbers`. */
export function counted(count: number): string {
  return count === 1 ? '1 number' : `${count} numbers`
}

/** What stands where a list of numbers was expected: how many numbers, or what else. */
export function toldValues(values: unknown): string {
  if (values === undefined || values === null) return 'nothing'
  if (isList(values))
    return Array.isArray(values) && values.some(Array.isArray)
      ? `a list of ${values.length} lists`
      : counted(values.length)
  if (typeof values === 'function') return 'a function'
  return `${typeof values === 'object' ? 'an object' : `the ${typeof values}`} ${JSON.stringify(values)}`.slice(
    0,
    80,
  )
}
