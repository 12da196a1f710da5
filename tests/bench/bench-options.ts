import { parseArgs } from 'node:util'
import { sections } from './sections.ts'

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  readonly help: boolean
  readonly write: boolean
  /** Names of the sections that are measured. */
  readonly only: readonly string[]
}

/** What `--help` prints. */
export const usage = [
  'Measures what a step costs beside rivals and prints a page of tables; all of it takes about ten minutes.',
  '',
  'npm run bench -- [--only <section>]... [--write]',
  '',
  '  --only <section>  measure this section alone; more than one where it is repeated:',
  ...Object.entries(sections).map(([name, { about }]) => `    ${name.padEnd(14)}  ${about}`),
  '  --write           write the page into docs/bench.md too; it is measured whole, so not with --only',
  '  --help            print this',
  '',
].join('\n')

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  })
  const { help, write, only } = values
  const known = Object.keys(sections)
  for (const name of only)
    if (!known.includes(name))
      throw new Error(`--only: expected one of ${known.join(', ')}, got ${name}`)
  if (write && only.length > 0)
    throw new Error('--write renews the whole page, which is measured in one run: leave --only out')
  return { help, write, only: known.filter((name) => only.length === 0 || only.includes(name)) }
}
