// Prints one table, everything measured in one run on one core: `npm run bench`, with --write also into docs/bench.md.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { games } from './our-games.ts'
import { pointsSection } from './points-section.ts'
import { rivals } from './rivals.ts'
import type { Row } from './row.ts'
import { sweepSection } from './whole-sweep.ts'
import { workersSection } from './workers-section.ts'

const members = [1, 64, 1024, 16_384]

async function measured(): Promise<Row[]> {
  const rows: Row[] = []
  for (const count of members) {
    for (const row of [...(await games(count)), ...rivals(count)]) {
      rows.push(row)
      process.stderr.write(`${row.work}, ${count} members, ${row.who}: ${row.ns.toFixed(1)} ns\n`)
    }
  }
  return rows
}

/** The table of one work: a row for each way to do it, a column for each number of members. */
function table(work: string, rows: readonly Row[]): string[] {
  const ways = [...new Set(rows.map((r) => r.who))]
  const find = (who: string, count: number) =>
    rows.find((r) => r.who === who && r.members === count)?.ns
  const base = (count: number): number => find('ganglion, exact', count)!
  const cell = (who: string, count: number): string => {
    const ns = find(who, count)
    return ns === undefined ? '' : `${ns.toFixed(1)} (${(ns / base(count)).toFixed(2)}x)`
  }
  return [
    `### ${work}`,
    '',
    `| | ${members.join(' | ')} members |`,
    `|---|${members.map(() => '--:|').join('')}`,
    ...ways.map((who) => `| ${who} | ${members.map((count) => cell(who, count)).join(' | ')} |`),
    '',
  ]
}

function page(rows: readonly Row[], sections: readonly string[]): string {
  const works = [...new Set(rows.map((r) => r.work))]
  const version = (program: string, ...args: string[]): string =>
    spawnSync(program, args, { encoding: 'utf8' }).stdout?.split('\n')[0]?.trim() || 'absent'
  return [
    '# What a step costs',
    '',
    'Nanoseconds a step and member, and how many times that of `ganglion, exact`: the least of several repeats, all in one',
    'run on one core. Rivals that a machine lacks are left out. `npm run bench -- --write` renews this page. Whole sweeps are',
    'set beside the kernels that they are made of, and two workers beside one, at the end.',
    '',
    `- ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; Node ${process.version}, V8 ${process.versions.v8}`,
    `- ${version('g++', '--version')}; NumPy ${version('python3', '-c', 'import numpy; print(numpy.__version__)')}`,
    '',
    ...works.flatMap((work) =>
      table(
        work,
        rows.filter((r) => r.work === work),
      ),
    ),
    ...sections,
  ].join('\n')
}

// One core for all: whoever is measured last must not find a busier machine than who is first.
if (!process.env['GANGLION_PINNED'] && spawnSync('taskset', ['-V']).status === 0) {
  const args = [
    '-c',
    '0',
    process.execPath,
    fileURLToPath(import.meta.url),
    ...process.argv.slice(2),
  ]
  const env = { ...process.env, GANGLION_PINNED: '1' }
  process.exit(spawnSync('taskset', args, { stdio: 'inherit', env }).status ?? 1)
}
const rows = await measured()
const text = page(rows, [
  ...(await pointsSection()),
  ...(await sweepSection()),
  ...workersSection(),
])
process.stdout.write(text)
if (process.argv.includes('--write'))
  writeFileSync(new URL('../../docs/bench.md', import.meta.url), text)
