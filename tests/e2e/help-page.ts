import { ganglion, type Finished } from './command.ts'

/** The commands whose help begins with examples; the empty one is `ganglion` alone. */
export const commands = ['', 'run', 'analyse', 'presets', 'schema', 'completion']

/** Asks a command for its help. */
export const helpOf = (name: string): Finished =>
  ganglion(...[name, '--help'].filter((word) => word !== ''))

/** The examples of a help page: lines of shell. */
export function examplesOf(page: string): readonly string[] {
  const part = /^Examples:\n([^]*?)\n\n/.exec(page)?.[1] ?? ''
  return [...part.matchAll(/^ {2}(ganglion|source)\b.*?(?= {3,})/gm)].map(([line]) => line.trim())
}
