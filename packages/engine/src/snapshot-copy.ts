/** What cannot be copied, and where it stands. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain'
}

/**
 * A copy of plain data that shares no number with the original: objects, lists, maps, sets, typed arrays and primitives.
 * A typed array comes out alone, even when it was a view of a kernel's memory. What is one object in two places stays one.
 * Throws NotPlain for functions, symbols, promises and instances of classes, whose meaning a copy would lose.
 */
export function plainCopy<T>(value: T, path: string): T {
  return copied(value, path, new Map()) as T
}

function copied(value: unknown, path: string, seen: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new NotPlain(`${path} is a ${typeof value}`)
  if (typeof value !== 'object' || value === null) return value
  const known = seen.get(value)
  if (known !== undefined) return known
  const empty = shell(value, path)
  seen.set(value, empty)
  fill(value, empty, path, seen)
  return empty
}

/** The copy of the outside; of a typed array, all of it. */
function shell(value: object, path: string): object {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return (value as Float64Array).slice()
  if (value instanceof ArrayBuffer) return value.slice(0)
  if (Array.isArray(value)) return Array.from({ length: value.length })
  if (value instanceof Map) return new Map()
  if (value instanceof Set) return new Set()
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null
  if (prototype === null || prototype === Object.prototype) return {}
  // An object of another realm (a worker, a test's sandbox) is as plain as one of ours.
  if (Object.getPrototypeOf(prototype) === null) return {}
  throw new NotPlain(`${path} is an instance of ${prototype.constructor?.name ?? 'a class'}`)
}

function fill(value: object, empty: object, path: string, seen: Map<object, unknown>): void {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return
  if (value instanceof Map) {
    for (const [key, inner] of value)
      (empty as Map<unknown, unknown>).set(
        copied(key, `a key of ${path}`, seen),
        copied(inner, `${path}.get(${String(key)})`, seen),
      )
  } else if (value instanceof Set) {
    for (const inner of value)
      (empty as Set<unknown>).add(copied(inner, `a member of ${path}`, seen))
  } else {
    for (const [key, inner] of Object.entries(value))
      (empty as Record<string, unknown>)[key] = copied(
        inner,
        Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`,
        seen,
      )
  }
}
