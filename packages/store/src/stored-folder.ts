import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '@ganglion/plan'
import { runNamed } from '@ganglion/sweep'

/** The folder of a run that a user named, `latest` included. Throws a MissingInputError, or a ConfigError for what would lead out of the root. */
export async function storedFolder(root: string, named: string): Promise<string> {
  const folder = join(root, await runNamed(root, named))
  const found = await lstat(folder).catch(() => null)
  if (found?.isSymbolicLink())
    throw new ConfigError([
      {
        path: 'name of the run',
        message: `${folder} is a link: links to runs elsewhere are not followed`,
      },
    ])
  return folder
}
