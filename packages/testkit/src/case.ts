/** One named check of a plugin: it throws a Finding, or rejects with one, when the plugin does not keep its contract. */
export interface Case {
  readonly name: string
  readonly run: () => void | Promise<void>
}

/** What a check found wrong with a plugin, in one sentence that names the place and the next step. */
export class Finding extends Error {
  override readonly name = 'Finding'
}
