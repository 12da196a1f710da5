import { pluginsNamed } from 'ganglion'

/** All plugins of somebody's own that a command loads: those that a configuration file names, then those of `--plugin`. */
export async function pluginsOf(
  target: string | undefined,
  { plugins = [] }: { readonly plugins?: readonly string[] },
): Promise<readonly string[]> {
  return target === undefined ? plugins : [...(await pluginsNamed(target)), ...plugins]
}
