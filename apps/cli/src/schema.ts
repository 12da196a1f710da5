import { configSchema, jsonSchema, prepare, registryWith } from 'ganglion'
import { Output } from './output.ts'

/** Prints the JSON Schema of configuration files: for all plugins, or for those that a target names. */
export async function schema(
  target: string | undefined,
  plugins: readonly string[],
): Promise<number> {
  const output = new Output()
  await output.line(JSON.stringify(await schemaOf(target, plugins), null, 2))
  await output.flush()
  return 0
}

async function schemaOf(target: string | undefined, plugins: readonly string[]): Promise<object> {
  if (target === undefined) return configSchema(await registryWith(plugins))
  const { generator, discriminator, dynamics } = await prepare(target, { plugins })
  return jsonSchema({
    generator: generator.plugin,
    discriminator: discriminator.plugin,
    dynamics: dynamics.plugin,
  })
}
