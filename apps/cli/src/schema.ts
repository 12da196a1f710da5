import { configSchema, prepare, registryWith } from 'ganglion'
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
  const registry = await registryWith(plugins)
  if (target === undefined) return configSchema(registry)
  const { generator, discriminator, dynamics, objective, optimizer } = await prepare(target, {
    plugins,
  })
  const only = (kind: string, { name }: { readonly name: string }) => ({
    [kind]: { [name]: registry[kind]![name]! },
  })
  return configSchema({
    ...registry,
    ...only('generators', generator.plugin),
    ...only('discriminators', discriminator.plugin),
    ...only('dynamics', dynamics.plugin),
    ...only('objectives', objective),
    ...only('optimizers', optimizer),
  })
}
