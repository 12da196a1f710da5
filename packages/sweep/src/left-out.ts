import { playerSymbols, type Plan, type PlayerName } from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import type { Section } from '@ganglion/plan'
import type { Cells } from './cells.ts'

/**
 * Arrays of the players that a table does without, as `discriminator.frequency`: fixed ones that were drawn, for they follow
 * from seed and member, and the history of a state that grows, as long as its room is. What a statistic or a criterion
 * names is kept.
 */
export function leftOut(plan: Plan, section: Section, cells: Cells): string[] {
  const named = [section.success, section.shares, section.statistics].flatMap((all) =>
    Object.values(all ?? {}).map(({ signal }) => signal.replace(/\[\d+\]$/, '')),
  )
  const own = cells.axes.map(({ path }) => path)
  return (['generator', 'discriminator'] as const)
    .flatMap((role) =>
      [...drawn(plan, role), ...growing(plan, role)].map((name) => `${role}.${name}`),
    )
    .filter((path) => !named.includes(path) && !own.includes(path))
}

/** Fixed arrays that members draw: two of them have other numbers. */
function drawn(plan: Plan, role: PlayerName): string[] {
  const { plugin, sizes, given } = plan[role]
  const { shapes, trained, memory, words } = playerSymbols(plan[role])
  const fixed = Object.keys(shapes).filter(
    (name) => !trained.includes(name) && !memory.includes(name) && !given[name],
  )
  if (fixed.length === 0) return []
  const source = stream(plan.seed, `${role}.initial`)
  const starts = [0, 1].map((member) => {
    try {
      return plugin.initial(cursor(source, member), sizes as never, words as never)
    } catch {
      // A start that fails is told when it is played, with its place.
      return {}
    }
  })
  const [one, other] = starts as Readonly<Record<string, unknown>>[]
  return fixed.filter((name) => JSON.stringify(one![name]) !== JSON.stringify(other![name]))
}

/** Arrays over the size into which a state grows. */
function growing(plan: Plan, role: PlayerName): string[] {
  const grows = role === 'discriminator' ? plan.discriminator.plugin.grows : undefined
  if (!grows) return []
  const { shapes, axes } = playerSymbols(plan[role])
  const into = axes[grows.size]
  return Object.keys(shapes).filter((name) => shapes[name]!.some((axis) => axis === into))
}
