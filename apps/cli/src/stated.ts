type Plain = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What every result says of how it came about. */
export interface Stated {
  readonly seed: unknown
  readonly generator: Plain
  readonly discriminator: Plain
}

/**
 * The seed and the players' plugins, sizes and options of a plan: how many random features there were moves the curves, so no
 * result is told without it. What a sweep sets cell by cell is left out; its groups and cells tell it.
 */
export function statedOf(config: Plain): Stated {
  const swept = namesIn(config['sweep'])
  const of = (role: 'generator' | 'discriminator'): Plain => {
    const section = config[role]
    if (!isRecord(section)) return {}
    return Object.fromEntries(
      Object.entries(section).filter(
        ([name, value]) =>
          (typeof value === 'number' || typeof value === 'string') && !swept.has(`${role}.${name}`),
      ),
    )
  }
  return { seed: config['seed'], generator: of('generator'), discriminator: of('discriminator') }
}

/** The discriminator in one line, for people: `features, features 1000, sigma 0.3`. */
export function discriminatorText(config: Plain): string {
  const { plugin, ...rest } = statedOf(config).discriminator
  const told = Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`)
  return [String(plugin), ...told].join(', ')
}

/** Every key of a section `sweep`, however deep: paths of settings are among them. */
function namesIn(section: unknown): ReadonlySet<string> {
  if (!isRecord(section)) return new Set()
  return new Set(Object.entries(section).flatMap(([name, inner]) => [name, ...namesIn(inner)]))
}
