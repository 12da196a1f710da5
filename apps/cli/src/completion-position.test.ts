import { Command } from 'commander'
import { expect, test } from 'vitest'
import { positionOf } from './completion-position.ts'

const program = new Command('ganglion')
const run = program.command('run').argument('<target>')
run.option('--set <x>').option('--live').option('-o, --out <file>')
program.command('plugin').command('list').option('--json')

const at = (...words: string[]) => {
  const { command, option, ...rest } = positionOf(program, words)
  return { command: command.name(), option: option?.long ?? null, ...rest }
}

test('the command, its operands and its flags so far', () => {
  expect(at('')).toMatchObject({ command: 'ganglion', operands: [], typed: '' })
  expect(at('run', 'li')).toMatchObject({ command: 'run', operands: [], typed: 'li' })
  expect(at('plugin', 'list', '')).toMatchObject({ command: 'list' })
  expect(at('run', 'a/b', '--live', '--set', 'x=1', '--set=y=2', '')).toMatchObject({
    operands: ['a/b'],
    given: { set: ['x=1', 'y=2'] },
    option: null,
  })
})

test('the value of a flag, behind a space or behind =', () => {
  expect(at('run', '--set', 'x=')).toMatchObject({ option: '--set', before: '', typed: 'x=' })
  expect(at('run', '--set=x=1')).toMatchObject({ option: '--set', before: '--set=', typed: 'x=1' })
  expect(at('run', '-o', 'f')).toMatchObject({ option: '--out', typed: 'f' })
  expect(at('run', '--live', '')).toMatchObject({ option: null, operands: [] })
  expect(at('run', '--set')).toMatchObject({ option: null, typed: '--set' })
})

test('unknown flags are passed over; a target named like a command stays a target', () => {
  expect(at('run', '--what', 'x', '')).toMatchObject({ operands: ['x'] })
  expect(at('run', 'plugin', '')).toMatchObject({ command: 'run', operands: ['plugin'] })
})
