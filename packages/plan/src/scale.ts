import { isRecord, merge, type Config } from './config.ts'
import { ConfigError } from './problem.ts'
import { suggest } from './suggest.ts'

/** The settings of a scale that configurations declare in their section `sweep`. Throws a ConfigError for another word. */
export function scaled(layers: readonly Config[], scale: string): Config {
  const { sweep } = layers.reduce<Config>(merge, {})
  const scales = isRecord(sweep) && isRecord(sweep['scales']) ? sweep['scales'] : {}
  const found = Object.hasOwn(scales, scale) ? scales[scale] : undefined
  if (isRecord(found)) return found
  const known = Object.keys(scales)
  const message =
    known.length === 0
      ? 'this target declares no scales: give it a section sweep.scales'
      : `no scale ${scale}; ${suggest(scale, known)}`
  throw new ConfigError([{ path: '--scale', message }])
}
