import { visible } from './visible.ts'

/** A plugin's mistake, located: which plugin, at which port, for which member and step. */
export class PluginError extends Error {
  override readonly name = 'PluginError'
  /** `kind:name`, e.g. `discriminator:interval`. */
  readonly plugin: string
  /** The question it failed to answer, e.g. `respond`. */
  readonly port: string
  readonly member: number | null
  readonly step: number

  constructor(
    where: { plugin: string; port: string; member?: number | null; step: number },
    message: string,
    cause?: unknown,
  ) {
    super(`${where.plugin} failed at ${where.port}, step ${where.step}: ${message}`, { cause })
    this.plugin = where.plugin
    this.port = where.port
    this.member = where.member ?? null
    this.step = where.step
  }
}

/** What a plugin threw, with the place where it did; a located error stays as it is. */
export function located(
  cause: unknown,
  where: ConstructorParameters<typeof PluginError>[0],
): PluginError {
  if (cause instanceof PluginError) return cause
  return new PluginError(where, textOf(cause), cause)
}

/** What a thrown thing says, whatever it is: what would be obeyed by a terminal is shown. */
export function textOf(cause: unknown): string {
  return visible(worded(cause), { newlines: true, tabs: true })
}

function worded(cause: unknown): string {
  try {
    return cause instanceof Error ? String(cause.message) : String(cause)
  } catch {
    return 'a thing that cannot be shown was thrown'
  }
}
