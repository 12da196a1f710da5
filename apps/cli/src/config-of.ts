import { layer, type Config, type Registry } from '@ganglion/plan'
import { layersOf } from 'ganglion/prepare'

/** What a target says with settings laid over it, short names written out. */
export async function configOf(
  target: string,
  set: readonly string[],
  registry: Registry,
): Promise<Config> {
  const { layers } = await layersOf(target, { set }, registry)
  return layer(
    layers.map((one) => one.config),
    registry,
  )
}
