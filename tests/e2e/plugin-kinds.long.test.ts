import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { journey, testsItself } from './plugin-journey.ts'
import { stranger } from './stranger.ts'

// The discriminator's journey is in plugin.test.ts.
const newcomer = stranger()
const { place, started } = newcomer

describe.each([
  ['generator', 'my-law', ['--set', 'generator=my-law']],
  ['objective', 'my-payoff', ['--set', 'objective=my-payoff']],
  ['dynamics', 'my-steps', ['--set', 'dynamics=my-steps']],
  ['metric', 'my-distance', ['--set', 'metrics=["my-distance"]']],
  ['detector', 'my-alarm', ['--set', 'detectors=["my-alarm"]']],
  ['optimizer', 'my-momentum', ['--set', 'optimizer=my-momentum']],
  ['regulariser', 'my-penalty', []],
])('a %s from an empty folder', (kind, name, settings) => {
  journey(newcomer, kind, name, settings)
})

testsItself(newcomer, 'my-alarm')

test('npm install makes the links anew, without a network', () => {
  rmSync(join(place, 'my-alarm/node_modules'), { recursive: true })
  const { code, err } = started('my-alarm', 'npm', 'install', '--offline', '--no-audit')
  expect(code, err).toBe(0)
  const programs = readdirSync(join(place, 'my-alarm/node_modules/.bin'))
  expect(programs).toEqual(expect.arrayContaining(['ganglion', 'node', 'vitest']))
  expect(started('my-alarm', 'npm', 'test').code).toBe(0)
})
