import type { Discriminator, Generator, MeasureValues } from '@ganglion/core'
import { isRecord } from './config.ts'
import type { Problem } from './problem.ts'

/** Players that speak of `dimensions` must be where the target is: points where they stand, mixtures on the line. */
export function checkDimensions(
  target: MeasureValues,
  players: Readonly<Record<'generator' | 'discriminator', Generator | Discriminator | null>>,
  sections: Readonly<Record<string, unknown>>,
): Problem[] {
  const expected = target.kind === 'mixture' ? 1 : target.positions[0]!.length
  return (['generator', 'discriminator'] as const).flatMap((role) => {
    const plugin = players[role]
    if (!plugin || !Object.hasOwn(plugin.sizes, 'dimensions')) return []
    const section = sections[role]
    const given = isRecord(section) ? section['dimensions'] : undefined
    const got = given ?? plugin.sizes['dimensions']
    if (got === expected) return []
    const from = given === undefined ? ` (the default of ${plugin.name})` : ''
    const why = target.kind === 'mixture' ? 'a target on the line' : 'this target'
    const message = `expected ${expected} for ${why}, got ${JSON.stringify(got)}${from}: set ${role}.dimensions to ${expected}`
    return [{ path: `${role}.dimensions`, message }]
  })
}
