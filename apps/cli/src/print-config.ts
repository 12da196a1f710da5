import { visible } from '@ganglion/core'
import { answer } from './answer.ts'
import type { Answers } from './answers.ts'
import { formatOf } from './format.ts'
import { toJson } from './json-lines.ts'
import { limitsOf } from './limits-of.ts'
import { Output } from './output.ts'
import { pluginsOf } from './plugins-of.ts'
import type { RunFlags } from './run-flags.ts'

/** Prints every value that a run would have and where it comes from; plays nothing. Variables are overrides by name. */
export async function printConfig(
  target: string,
  flags: RunFlags,
  variables: Readonly<Record<string, string>>,
): Promise<number> {
  const format = formatOf(flags)
  const { set = [], seed, steps } = flags
  const plugins = await pluginsOf(target, flags)
  const overrides = {
    set,
    ...(seed === undefined ? {} : { seed }),
    ...(steps === undefined ? {} : { steps }),
  }
  const question = { about: 'config', target, overrides, variables, plugins } as const
  const explained = await answer(question, limitsOf(flags))
  const output = new Output()
  if (format === 'json') await output.line(toJson(Object.fromEntries(explained)))
  else if (format === 'jsonl')
    for (const [path, { value, origin }] of explained)
      await output.line(toJson({ v: 1, type: 'config', path, value, origin }))
  else for (const line of columns(explained)) await output.line(visible(line))
  await output.flush()
  return 0
}

// `path = value   # origin`, without a value where there is none, with the origins below one another unless a value is very long.
function columns(explained: Answers['config']): string[] {
  const settings = explained.map(([path, { value, origin }]) => ({
    text: value === null ? path : `${path} = ${toJson(value)}`,
    origin,
  }))
  const width = Math.max(0, ...settings.map(({ text }) => text.length).filter((n) => n <= 60))
  return settings.map(({ text, origin }) => `${text.padEnd(width)}   # ${origin}`)
}
