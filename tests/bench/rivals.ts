import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { least } from './least.ts'
import type { Row } from './row.ts'
import { firstOrder } from './rivals/first-order.ts'

const work = 'first-order step'
const path = (name: string): string => fileURLToPath(new URL(`./rivals/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ganglion-bench-'))

/** A program compiled on the spot, or null where there is no compiler. */
function compiled(name: string, ...flags: string[]): string | null {
  const binary = join(folder, name)
  const args = ['-O3', '-march=native', ...flags, '-o', binary, path('first-order.cpp')]
  return spawnSync('g++', args).status === 0 ? binary : null
}

const unfused = compiled('unfused', '-mno-fma', '-ffp-contract=off')
const widest = compiled('widest')

/** What others take for the same step; those that are not on this machine are left out. */
export function rivals(members: number): Row[] {
  const steps = Math.max(20, Math.round(2e6 / (members + 50)))
  const count = String(members)
  const printed = (program: string | null, ...args: string[]): number | null => {
    if (program === null) return null
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : null
  }
  const some = String(Math.max(5, Math.round(steps / 20)))
  const found: [string, number | null][] = [
    ['C++, 128-bit intrinsics, no FMA', printed(unfused, 'pairs', count, String(steps))],
    ['C++, widest vectors, FMA', printed(widest, 'wide', count, String(steps))],
    ['C++, scalar, libm', printed(unfused, 'scalar', count, String(steps))],
    ['plain JavaScript, Math.exp', plain(members, steps)],
    ['NumPy, tuned', printed('python3', path('first_order.py'), count, some)],
    ['numba', printed('python3', path('first_order_numba.py'), count, String(steps))],
    ['torch, autograd', printed('python3', path('first_order_torch.py'), count, some)],
  ]
  return found.flatMap(([who, ns]) => (ns === null ? [] : [{ work, members, who, ns }]))
}

function plain(members: number, steps: number): number {
  const play = firstOrder(members)
  play(Math.max(steps, 2000))
  return least(9, () => play(steps), steps * members)
}
