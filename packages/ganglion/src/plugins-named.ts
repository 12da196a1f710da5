import { dirname, join, isAbsolute } from 'node:path'
import { isConfigFile, readConfig, type Config } from '@ganglion/plan'

/**
 * The paths of plugins that a configuration names in `plugins`: those of a file are seen from the file, those of a record
 * from here. What is no list of words is refused where the configuration is checked.
 */
export async function pluginsNamed(target: string | Config): Promise<readonly string[]> {
  if (typeof target !== 'string') return paths(target)
  if (!isConfigFile(target)) return []
  const { config } = await readConfig(target)
  return paths(config).map((path) => (isAbsolute(path) ? path : join(dirname(target), path)))
}

function paths({ plugins }: Config): readonly string[] {
  const isList = Array.isArray(plugins) && plugins.every((path) => typeof path === 'string')
  return isList ? plugins : []
}
