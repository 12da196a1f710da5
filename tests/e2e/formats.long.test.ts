import { describe, expect, test } from 'vitest'
import { ganglion } from './command.ts'
import { emptyFolder } from './folder.ts'

const { bash, write } = emptyFolder()

describe('--format', () => {
  const run = ['run', 'li2017/fig1b', '--steps', '40', '--every', '20']
  const timeless = (text: string): string => text.replace(/"wallTimeMs":\d+/, '')

  test('json is one document of the lines of jsonl', () => {
    const jsonl = ganglion(...run, '--format', 'jsonl')
    expect(timeless(jsonl.out)).toBe(timeless(ganglion(...run, '--json').out))
    const all = timeless(jsonl.out).trim().split('\n')
    const { out, err, code } = ganglion(...run, '--format', 'json')
    expect([code, err, out.trim().split('\n').length]).toEqual([0, '', 1])
    const document = JSON.parse(out) as Record<string, unknown[]>
    expect(Object.keys(document)).toEqual(['v', 'started', 'events', 'frames', 'finished'])
    expect(document['frames']).toHaveLength(3)
    expect(all).toHaveLength(2 + document['events']!.length + 3)
    expect(JSON.parse(all[0]!)).toEqual(document['started'])
    expect(ganglion('run', 'li2017/fig1b', '--steps', '9', '--format', 'plain').out).toMatch(
      /ended after 9 steps without a verdict \(exhausted\)\n$/,
    )
  })

  test.each([
    ['--json', '--format', 'plain'],
    ['--json', '--format', 'json'],
    ['--format', 'yaml'],
    ['--color', 'sometimes'],
    ['--theme', 'neon'],
    ['--deadline', '0'],
    ['--memory', '-1'],
  ])('%s %s %s is refused before anything is printed', (...flags) => {
    const { code, out, err } = ganglion(...run, ...flags.filter((flag) => flag !== undefined))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^ganglion: /)
  })
})

describe('--print-config', () => {
  const file = () =>
    write(
      'mine.jsonc',
      `{
  "preset": "li2017/fig1b",
  "dynamics": {
    "plugin": "alternating",
    "generatorRate": 0.5
  },
  "steps": 30
}\n`,
    )
  const flags = '--set discriminator.crossing=clip --seed 4 --print-config'
  const environment = { GANGLION_STEPS: '20', GANGLION_SEED: '3', GANGLION_MEMBERS: '2' }

  test('tells where each value comes from, and plays nothing', () => {
    const { code, out, err } = bash(`ganglion run ${file()} ${flags} --format json`, environment)
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      'discriminator.crossing': { value: 'clip', origin: 'flag --set' },
      seed: { value: 4, origin: 'flag --seed' },
      steps: { value: 20, origin: 'environment GANGLION_STEPS' },
      members: { value: 2, origin: 'environment GANGLION_MEMBERS' },
      'dynamics.plugin': { value: 'alternating', origin: 'mine.jsonc:4' },
      'dynamics.generatorRate': { value: 0.5, origin: 'mine.jsonc:5' },
      'generator.means': { value: [-1.2, 0.9], origin: 'preset li2017/fig1b' },
      'dynamics.discriminatorRate': { value: 0.1, origin: 'preset li2017/fig1b' },
      'dynamics.discriminatorSteps': { origin: 'default of alternating' },
      every: { value: 1, origin: 'built-in default' },
    })
  })

  test('plain: path = value   # origin', () => {
    const { out } = bash(`ganglion run ${file()} ${flags}`, environment)
    for (const line of out.trim().split('\n'))
      expect(line).toMatch(/^[\w.]+ (= \S.* {3}# \S| +# unset: )/)
    expect(out).toMatch(/^seed = 4 +# flag --seed$/m)
  })

  test('what it prints is what is played', () => {
    const { out } = bash(`ganglion run ${file()} ${flags} --format json`, environment)
    const played = bash(
      `ganglion run ${file()} ${flags.replace('--print-config', '--json')}`,
      environment,
    )
    const { plan } = JSON.parse(played.out.split('\n')[0]!) as { plan: Record<string, unknown> }
    for (const [path, { value }] of Object.entries(
      JSON.parse(out) as Record<string, { value: unknown }>,
    ))
      expect(
        path.split('.').reduce<unknown>((inner, key) => (inner as typeof plan)[key], plan) ?? null,
      ).toEqual(value)
  })

  test('mistakes are told as by a run', () => {
    const { code, out, err } = ganglion('run', 'li2017/fig1b', '--print-config', '--set', 'stps=3')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('did you mean steps?')
  })
})
