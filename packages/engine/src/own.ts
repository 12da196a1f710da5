import { PlanError, type Block, type PlayerName } from '@ganglion/core'

/**
 * Numbers that each member has of its own, by path: arrays of a start (`generator.means`), numeric options of a player
 * (`generator.deviation`), rates (`dynamics.generatorRate`), coordinates of the target (`target.positions`). Number c of member m stands at `c * members + m`.
 */
export type Own = Readonly<Record<string, Float64Array>>

/** The sections that have numbers which may differ from member to member. */
export type OwnSection = PlayerName | 'dynamics' | 'target'

/** Those of one section, by what follows its name. */
export function ownOf(own: Own, section: OwnSection): Own {
  const found = Object.entries(own).filter(([path]) => path.startsWith(`${section}.`))
  return Object.fromEntries(found.map(([path, values]) => [path.slice(section.length + 1), values]))
}

/** Puts a section's own numbers into its blocks. Throws a PlanError for a name that has no block or a wrong count. */
export function layOwn(
  own: Own,
  section: OwnSection,
  blocks: Readonly<Record<string, Block>>,
): void {
  for (const [name, values] of Object.entries(own)) {
    const to = blocks[name]
    if (!to)
      throw new PlanError(
        `${section}.${name} cannot differ from member to member; these can: ${Object.keys(blocks).join(', ')}`,
      )
    if (values.length !== to.numbers.length)
      throw new PlanError(
        `${section}.${name}: expected ${to.cells} numbers for each of ${to.members} members, got ${values.length} in all`,
      )
    to.numbers.set(values)
  }
}
