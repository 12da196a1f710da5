import { isRecord } from './config.ts'
import type { Problem } from './problem.ts'
import { suggest } from './suggest.ts'
import { targetKinds } from './target-kinds.ts'

const kinds = Object.keys(targetKinds)
const all = kinds.map((kind) => JSON.stringify(kind)).join(', ')

/** The kind of a target, and the shape of its points: what a schema of several laws says unclearly. */
export function checkLaw(target: unknown): Problem[] {
  if (!isRecord(target)) return []
  const { kind, positions } = target
  if (kind !== undefined && !kinds.includes(kind as string)) {
    const near = typeof kind === 'string' ? suggest(kind, kinds) : ''
    const next = near.startsWith('did') ? `; ${near}` : ''
    const message = `expected one of ${all}, got ${JSON.stringify(kind)}${next}`
    return [{ path: 'target.kind', message }]
  }
  // One that is no point among others is told by its own place.
  if (
    kind !== 'points' ||
    (Array.isArray(positions) && (positions.length === 0 || positions.some(Array.isArray)))
  )
    return []
  const got = positions === undefined ? 'nothing' : JSON.stringify(positions).slice(0, 60)
  const shape = 'a list of points, each a list of coordinates, as [[0, 1], [2, 0]]'
  return [{ path: 'target.positions', message: `expected ${shape}; got ${got}` }]
}
