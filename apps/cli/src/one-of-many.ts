import { registryWith } from 'ganglion/prepare'
import { configOf } from './config-of.ts'

/** That a game is one of many which `sweep` plays; null where its target has no section `sweep`. */
export async function oneOfMany(target: string): Promise<string | null> {
  const { sweep } = await configOf(target, [], await registryWith())
  return sweep === undefined
    ? null
    : `this was one game; all cells and trials of ${target}: ganglion sweep ${target}`
}
