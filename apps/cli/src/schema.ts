import { answer } from './answer.ts'
import { Output } from './output.ts'
import { pluginsOf } from './plugins-of.ts'

/** Prints the JSON Schema of configuration files: for all plugins, or for those that a target names. */
export async function schema(
  target: string | undefined,
  plugins: readonly string[],
): Promise<number> {
  const all = await pluginsOf(target, { plugins })
  const found = await answer({ about: 'schema', target, plugins: all })
  const output = new Output()
  await output.line(JSON.stringify(found, null, 2))
  await output.flush()
  return 0
}
