import { expect, test } from 'vitest'
import { fromEnvironment } from './from-environment.ts'

test('known variables with a value become overrides', () => {
  const env = { GANGLION_SEED: '7', GANGLION_STEPS: '', GANGLION_SPEED: '1', MEMBERS: '2' }
  expect(fromEnvironment(env)).toEqual(['seed=7'])
})
