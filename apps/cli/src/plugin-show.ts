import { visible } from '@ganglion/core'
import { answer } from './answer.ts'
import { toJson } from './json-lines.ts'
import { Output } from './output.ts'
import type { DescribedOption, DescribedPlugin } from './plugin-described.ts'

/** More words of a choice than this are counted; JSON lines have all. */
const mostChoices = 8

/** Sections of a configuration that hold one plugin, by the kind of it. */
const sections: Readonly<Record<string, string>> = {
  generators: 'generator',
  discriminators: 'discriminator',
  dynamics: 'dynamics',
  objectives: 'objective',
  optimizers: 'optimizer',
}

/** Prints what the plugins of a name say of themselves; resolves to the exit code. */
export async function showPlugin(
  name: string,
  json: boolean,
  plugins: readonly string[],
): Promise<number> {
  const output = new Output()
  for (const one of await answer({ about: 'plugin', name, plugins }))
    for (const line of json ? [toJson({ v: 1, ...one })] : pluginLines(one)) await output.line(line)
  await output.flush()
  return 0
}

/** A plugin for people: a line a fact, then a line an option. */
export function pluginLines(plugin: DescribedPlugin): string[] {
  const { name, source, definition, sizes = {}, options = {}, needs, signals, presets } = plugin
  const sized = Object.entries(sizes).map(([axis, size]) => `${axis} ${size}`)
  const facts = [
    ['source', source],
    ['definition', definition],
    ['reads', needs?.join(', ')],
    ['writes', signals?.join(', ')],
    ['presets', presets?.join(', ')],
    ['sizes', sized.join(', ')],
    ['choose by', chosenBy(name)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  const width = Math.max(0, ...Object.keys(options).map((option) => option.length))
  const told = Object.entries(options).map(
    ([option, of]) => `  ${option.padEnd(width)}  ${optionText(of)}`,
  )
  return [
    name,
    ...facts.map(([label, text]) => `${label.padEnd(10)}  ${text}`),
    ...(told.length > 0 ? ['options', ...told] : []),
  ].map((line) => visible(line))
}

function chosenBy(name: string): string {
  const [kind = '', own = ''] = name.split('/')
  const section = sections[kind]
  return section === undefined
    ? ''
    : `--set ${section}=${own}, or in a file "${section}": { "plugin": "${own}" }`
}

function optionText({ default: usual, min, max, choices, description }: DescribedOption): string {
  const range =
    min === undefined && max === undefined ? '' : ` (${min ?? 'any'} to ${max ?? 'any'})`
  const text = description === undefined ? '' : `: ${description}`
  return `${usual}${choices ? ` (${choicesText(choices)})` : range}${text}`
}

function choicesText(choices: readonly string[]): string {
  const left = choices.length - mostChoices
  if (left <= 0) return `one of ${choices.join(', ')}`
  return `one of ${choices.slice(0, mostChoices).join(', ')} and ${left} more: --json`
}
