/**
 * Where two values of plain data differ first, as a path like `means[1]`, or null when they agree bit for bit: NaN agrees
 * with NaN, 0 does not with -0.
 */
export function difference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return at(path)
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return at(path)
  if (a instanceof Map || a instanceof Set)
    return difference([...a], [...(b as Set<unknown>)], path)
  const list = Array.isArray(a) || ArrayBuffer.isView(a)
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  for (const name of names) {
    const inner = list ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`
    if (Object.hasOwn(a, name) !== Object.hasOwn(b, name)) return at(inner)
    const found = difference(left[name], right[name], inner)
    if (found !== null) return found
  }
  return null
}

const at = (path: string): string => (path === '' ? 'the value itself' : path)
