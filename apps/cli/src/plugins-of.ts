/** All plugins of somebody's own that a command loads: those that a configuration file names, then those of `--plugin`. */
export async function pluginsOf(
  target: string | undefined,
  { plugins = [] }: { readonly plugins?: readonly string[] },
): Promise<readonly string[]> {
  // Without a dot it is no file but a preset, which names none: its dashboard need not wait for all of Ganglion.
  if (!target?.includes('.')) return plugins
  const { pluginsNamed } = await import('ganglion')
  return [...(await pluginsNamed(target)), ...plugins]
}
