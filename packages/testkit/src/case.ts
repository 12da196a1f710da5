/** One named check of a plugin: it throws a Finding, or rejects with one, when the plugin does not keep its contract. */
export interface Case {
  readonly name: string
  readonly run: () => void | Promise<void>
}

/** What a check found wrong with a plugin, in one sentence that names the place and the next step. */
export class Finding extends Error {
  override readonly name = 'Finding'
}

/** Thrown by a case that met a mistake which another case has told already: it says nothing of its own. */
export class NotRun extends Error {
  override readonly name = 'NotRun'
}
