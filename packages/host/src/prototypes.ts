// Taken before any plugin is loaded: what follows must work with them replaced.
const { ownKeys, getOwnPropertyDescriptor, defineProperty, preventExtensions } = Reflect
const { is } = Object

/** What all code of a thread leans on: the built-in classes and namespaces, by the names they have. */
const roots = (
  'Object Function Array String Number Boolean Symbol BigInt Date RegExp Error TypeError RangeError Promise Map Set ' +
  'WeakMap WeakSet ArrayBuffer SharedArrayBuffer DataView Float64Array Float32Array Int32Array Uint32Array Uint8Array ' +
  'Iterator Math JSON Reflect Atomics'
).split(' ')

interface Kept {
  readonly path: string
  readonly owner: object
  readonly keys: readonly PropertyKey[]
  readonly properties: readonly PropertyDescriptor[]
}

/** The built-in prototypes of a thread as they were: finds what a plugin adds or replaces. */
export class Prototypes {
  readonly #kept: Kept[] = []

  /** Remembers all built-in functions and makes the prototypes inextensible: what adds to them throws where it does. */
  constructor() {
    const world = globalThis as unknown as Record<string, object>
    this.#kept.push(keep('globalThis', globalThis, roots))
    for (const root of roots) {
      const owner = world[root]
      if (owner === undefined) continue
      this.#kept.push(keep(root, owner, fixed(owner)))
      const prototype = (owner as { prototype?: object }).prototype
      if (prototype === undefined) continue
      preventExtensions(prototype)
      this.#kept.push(keep(`${root}.prototype`, prototype, ownKeys(prototype)))
    }
  }

  /** What has been replaced since, e.g. `Array.prototype.map`; null if nothing. Puts everything back. */
  changed(): string | null {
    let found: string | null = null
    for (let k = 0; k < this.#kept.length; k++) {
      const { path, owner, keys, properties } = this.#kept[k]!
      for (let i = 0; i < keys.length; i++) {
        const now = getOwnPropertyDescriptor(owner, keys[i]!)
        if (same(now, properties[i]!)) continue
        found ??= `${path}.${String(keys[i])}`
        defineProperty(owner, keys[i]!, properties[i]!)
      }
    }
    return found
  }
}

/** `Error` of Node has settings that change by themselves. */
const fixed = (owner: object): readonly PropertyKey[] =>
  ownKeys(owner).filter((key) => key !== 'stackTraceLimit' && key !== 'prepareStackTrace')

function keep(path: string, owner: object, keys: readonly PropertyKey[]): Kept {
  const held = keys.filter((key) => getOwnPropertyDescriptor(owner, key) !== undefined)
  const properties = held.map((key) => getOwnPropertyDescriptor(owner, key)!)
  return { path, owner, keys: held, properties }
}

function same(now: PropertyDescriptor | undefined, before: PropertyDescriptor): boolean {
  return (
    now !== undefined &&
    is(now.value, before.value) &&
    now.get === before.get &&
    now.set === before.set
  )
}
