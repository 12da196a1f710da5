import { describe, expect, test } from 'vitest'
import { ganglion, lines } from './command.ts'

const weighted = ['--set', 'target.weights=[0.1,0.9]', '--set', 'generator.weights=[0.1,0.9]']

/** What a run says at its end, and its plan. */
function played(...settings: string[]) {
  const set = settings.flatMap((setting) => ['--set', setting])
  const { code, out, err } = ganglion(
    'run',
    'li2017/fig1b',
    '--json',
    '--steps',
    '300',
    ...weighted,
    ...set,
  )
  expect([code, err]).toEqual([0, ''])
  const [started, finished] = [lines(out)[0]!, lines(out).at(-1)!]
  return {
    plan: started['plan'] as Record<string, unknown>,
    final: finished['final'] as Record<string, number[]>,
    hash: started['planHash'],
  }
}

describe('--set', () => {
  const plain = played()

  test.each([
    ['geometry=mass', { geometry: 'mass' }],
    ['mirrored=true', { mirrored: true }],
    ['generator.learned=weights', { generator: { learned: 'weights' } }],
    ['generator.learned=logits', { generator: { learned: 'logits' } }],
  ])('%s is in the plan, and another game', (setting, part) => {
    const other = played(setting)
    expect(other.plan).toMatchObject(part)
    expect(plain.plan).not.toMatchObject(part)
    expect(other.hash).not.toBe(plain.hash)
    expect(other.final['generator.means']).not.toEqual(plain.final['generator.means'])
  })

  test('the weights at the end are those of the law', () => {
    const told = (setting: string): number[] => played(setting).final['generator.weights']!
    expect(told('generator.learned=means')).toEqual([0.1, 0.9])
    const [a, b] = told('generator.learned=logits')
    expect(a! + b!).toBeCloseTo(1, 12)
    expect(a).not.toBe(0.1)
    const [c, d] = told('generator.learned=weights')
    expect(Math.abs(c! + d! - 1)).toBeGreaterThan(1e-3)
  })
})

test('--print-config tells where geometry, mirrored and the words come from; logits only where there are some', () => {
  const config = (...set: string[]) => {
    const flags = ['run', 'li2017/fig1b', '--print-config', '--format', 'json']
    return JSON.parse(ganglion(...flags, ...set).out) as Record<string, unknown>
  }
  const builtIn = { origin: 'built-in default' }
  const plain = config()
  expect(plain).toMatchObject({
    geometry: { value: 'coordinate', ...builtIn },
    mirrored: { value: false, ...builtIn },
    'generator.learned': { value: 'means', origin: 'default of mixture' },
    'generator.order': { value: 'free', origin: 'default of mixture' },
  })
  expect(Object.keys(plain)).not.toContain('generator.logits')
  const set = config('--set', 'geometry=mass', '--set', 'generator.learned=logits')
  expect(set).toMatchObject({
    geometry: { value: 'mass', origin: 'flag --set' },
    'generator.learned': { value: 'logits', origin: 'flag --set' },
    'generator.logits': { value: null, origin: 'unset: drawn with the seed by mixture' },
  })
})

test.each([
  ['geometry=masses', 'did you mean mass?'],
  ['generator.learned=logit', 'did you mean logits?'],
  ['generator.order=up', 'expected "free" | "sorted", got "up"'],
  ['generator.logits=[0,1]', 'it comes with learned=logits'],
  ['mirrored=1', 'expected boolean, got 1'],
])('--set %s is refused: %s', (setting, told) => {
  const { code, out, err } = ganglion('run', 'li2017/fig1b', '--set', setting)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(told)
})

test('geometry mass is refused where there is no mass, before anything is played', () => {
  const { code, err } = ganglion(
    'run',
    'li2017/fig1b',
    '--set',
    'geometry=mass',
    '--set',
    'generator.weights=[1,0]',
  )
  expect(code).toBe(2)
  expect(err).toContain('generator.weights[1]: expected a mass above 0 for geometry=mass, got 0')
})
