import type { Lowered, Statement } from '@ganglion/calculus'
import { touchesOf } from './touches.ts'

/**
 * Temporaries that one loop at the top alone touches, each round its own cells: a round may keep them to itself. Clearing
 * does not count.
 */
export function privateIn({ statements }: Lowered): Set<number> {
  const homes = new Map<string, Statement | null>()
  for (const statement of statements) {
    if (statement.kind === 'clear') continue
    for (const { what, cell } of touchesOf([statement])) {
      const own =
        statement.kind === 'loop' && cell?.strides.some((s) => s.index === statement.index) === true
      const known = homes.get(what)
      homes.set(what, own && (known === undefined || known === statement) ? statement : null)
    }
  }
  const kept = [...homes].filter(([what, home]) => home && what.startsWith('t'))
  return new Set(kept.map(([what]) => Number(what.slice(1))))
}
