import { expect, test } from 'vitest'
import { fromEnvironment, variables, wantsColor } from './from-environment.ts'

test('known variables with a value become overrides', () => {
  const env = { GANGLION_SEED: '7', GANGLION_STEPS: '', GANGLION_SPEED: '1', MEMBERS: '2' }
  expect(fromEnvironment(env)).toEqual(['seed=7'])
  expect(variables(env)).toEqual({ GANGLION_SEED: 'seed=7' })
})

test.each(['abc', '-1', '1.5', '1e3'])(
  'a variable that says %s is refused by its name',
  (value) => {
    expect(() => fromEnvironment({ GANGLION_SEED: value })).toThrow(
      `environment: GANGLION_SEED: expected a whole number from 0, got "${value}"`,
    )
  },
)

test.each([
  ['always', { NO_COLOR: '1' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '' }, true, true],
  ['auto', { FORCE_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, true, false],
  ['auto', { TERM: 'dumb' }, true, false],
  ['auto', { CI: 'true' }, true, false],
  ['auto', { CI: 'true', FORCE_COLOR: '1' }, true, true],
  [undefined, { TERM: 'xterm' }, true, true],
] as const)('--color %s with %j, terminal: %s -> %s', (choice, env, terminal, wanted) => {
  expect(wantsColor(choice, env, terminal)).toBe(wanted)
})
