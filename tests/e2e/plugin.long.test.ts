import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lines, root } from './command.ts'
import { journey, testsItself } from './plugin-journey.ts'
import { stranger } from './stranger.ts'

const newcomer = stranger()
const { place, started, ganglion, write } = newcomer

// The other kinds are in plugin-kinds.long.test.ts.
describe('a discriminator from an empty folder', () => {
  journey(newcomer, 'discriminator', 'my-family', ['--set', 'discriminator=my-family'])
  testsItself(newcomer, 'my-family')
})

describe('a scaffolded discriminator', () => {
  test('is at most twenty lines of code', () => {
    const text = readFileSync(join(place, 'my-family/my-family.ts'), 'utf8')
    const code = text.split('\n').filter((line) => !/^\s*($|\/\/|\/\*\*|\*)/.test(line))
    expect(code.length).toBeLessThanOrEqual(20)
  })

  test('gives an editor nothing to complain about', () => {
    const { code, out } = started('my-family', join(root, 'node_modules/.bin/tsc'), '-p', '.')
    expect([code, out]).toEqual([0, ''])
  })

  test('makes the game converge that intervals make collapse', () => {
    const run = ['run', 'li2017/fig1b', '--plugin', '.', '--set', 'discriminator=my-family']
    const { out } = ganglion('my-family', ...run, '--json')
    expect(lines(out).at(-1)).toMatchObject({ outcome: 'converged' })
  })

  test('is known to schema, list and the check of options', () => {
    expect(ganglion('my-family', 'schema', '--plugin', '.').out).toContain('"variance"')
    expect(ganglion('my-family', 'plugin', 'list', '--plugin', '.').out).toContain('my-family')
    const set = ['--set', 'discriminator=my-family', '--set', 'discriminator.varience=2']
    const { code, err } = ganglion('my-family', 'run', 'li2017/fig1b', '--plugin', '.', ...set)
    expect(code).toBe(2)
    expect(err).toContain('discriminator.varience: unknown key; did you mean variance?')
  })

  test('judges a curved objective by draws, its closed form being for affine ones', () => {
    expect(ganglion('.', 'plugin', 'new', 'objective', 'my-payoff').code).toBe(0)
    const set = ['--set', 'discriminator=my-family', '--set', 'objective=my-payoff']
    const both = ['--plugin', 'my-family', '--plugin', 'my-payoff']
    const run = ['run', 'li2017/fig1b', ...both, ...set, '--steps', '20', '--json']
    const { out } = ganglion('.', ...run)
    expect(lines(out).at(-1)).toMatchObject({ type: 'run.finished', steps: 20 })
    expect(out).toContain('"generator.positions"')
  })
})

describe('plugin new refuses', () => {
  test.each([
    ['a kind that is not', ['discrimnator', 'x'], /no kind discrimnator; did you mean discrimin/],
    ['a name that cannot be one', ['metric', 'My'], /expected a name of small letters.*"My"/],
    ['the name of a built-in', ['discriminator', 'interval'], /interval already.*my-interval/],
    ['the name of what it needs', ['metric', 'ganglion'], /name of a package/],
    ['a folder in use', ['metric', 'my-family'], /the folder my-family is not empty/],
  ])('%s', (_, args, sentence) => {
    const before = readdirSync(place)
    const { code, out, err } = ganglion('.', 'plugin', 'new', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
    expect(readdirSync(place)).toEqual(before)
  })
})

test('nobody replaces a built-in', () => {
  const own = "export default { kind: 'metric', name: 'l1', apiVersion: 1 }"
  const { code, err } = ganglion('.', 'run', 'li2017/fig1b', '--plugin', write('l1.ts', own))
  expect(code).toBe(2)
  expect(err).toContain('a built-in metric is called l1 already: give yours another name')
})
