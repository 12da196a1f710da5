/**
 * The version of the contract between plugins and Ganglion. Every define function stamps it on what it returns, so that
 * a plugin written against another version is refused when it is loaded, before anything of it runs in a game. It grows
 * when a plugin that worked would no longer do so.
 */
export const apiVersion = 1

/** What every definition carries: the version of the contract that it was made with. */
export interface Versioned {
  readonly apiVersion: number
}
