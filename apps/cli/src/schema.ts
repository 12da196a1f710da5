import { jsonSchema, prepare, type Overrides } from 'ganglion'
import { Output } from './output.ts'

/** Prints the JSON Schema of configurations with the plugins that a target names. */
export async function schema(target: string, overrides: Overrides): Promise<number> {
  const { generator, discriminator, dynamics } = await prepare(target, overrides)
  const output = new Output()
  await output.line(
    JSON.stringify(
      jsonSchema({
        generator: generator.plugin,
        discriminator: discriminator.plugin,
        dynamics: dynamics.plugin,
      }),
      null,
      2,
    ),
  )
  await output.flush()
  return 0
}
