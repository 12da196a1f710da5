import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lines, root, type Finished } from './command.ts'

const place = mkdtempSync(join(tmpdir(), 'ganglion-journey-'))
afterAll(() => rmSync(place, { recursive: true }))

/** What a stranger has: the system's programs, and the command by its path. */
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: place, CI: 'true' }
const command = join(root, 'node_modules/.bin/ganglion')

function started(folder: string, program: string, ...args: readonly string[]): Finished {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: join(place, folder),
    env: environment,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}
const ganglion = (folder: string, ...args: readonly string[]): Finished =>
  started(folder, command, ...args)

function write(name: string, text: string): string {
  mkdirSync(join(place, name, '..'), { recursive: true })
  writeFileSync(join(place, name), text)
  return join(place, name)
}

describe.each([
  ['discriminator', 'my-family', ['--set', 'discriminator=my-family']],
  ['generator', 'my-law', ['--set', 'generator=my-law']],
  ['objective', 'my-payoff', ['--set', 'objective=my-payoff']],
  ['dynamics', 'my-steps', ['--set', 'dynamics=my-steps']],
  ['metric', 'my-distance', ['--set', 'metrics=["my-distance"]']],
  ['detector', 'my-alarm', ['--set', 'detectors=["my-alarm"]']],
  ['optimizer', 'my-momentum', ['--set', 'optimizer=my-momentum']],
  ['regulariser', 'my-penalty', []],
])('a %s from an empty folder', (kind, name, settings) => {
  test('plugin new writes a folder and says what to do next', () => {
    const { code, out, err } = ganglion('.', 'plugin', 'new', kind, name)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`cd ${name} && npm test`)
    expect(readdirSync(join(place, name)).sort()).toEqual(
      ['.gitignore', 'README.md', `${name}.test.ts`, `${name}.ts`, 'node_modules']
        .concat(['package.json', 'tsconfig.json'])
        .sort(),
    )
    const written = ['README.md', `${name}.ts`, `${name}.test.ts`]
      .map((file) => readFileSync(join(place, name, file), 'utf8'))
      .join('')
    expect(written).toContain(`name: '${name}'`)
    expect(written).not.toContain(`my-${kind}`)
  })

  test('plugin test . is green', () => {
    const { code, out, err } = ganglion(name, 'plugin', 'test', '.', '--json')
    expect([code, err]).toEqual([0, ''])
    const all = lines(out)
    const cases = all.slice(0, -1)
    expect(cases.filter((l) => l['passed'] !== true)).toEqual([])
    expect(cases.length).toBeGreaterThan(6)
    const summary = { v: 1, type: 'plugin.tested', plugin: name, kind }
    expect(all.at(-1)).toEqual({ ...summary, passed: cases.length, failed: 0 })
  })

  test('a preset runs with it and everything else unchanged', () => {
    const run = ['run', 'li2017/fig1b', '--plugin', '.', ...settings, '--steps', '200', '--json']
    const { code, out, err } = ganglion(name, ...run)
    expect([code, err]).toEqual([0, ''])
    expect(lines(out).at(-1)).toMatchObject({ type: 'run.finished', steps: 200 })
    const plan = JSON.stringify(lines(out)[0]?.['plan'])
    if (settings.length > 0) expect(plan).toContain(`"${name}"`)
  })
})

test.each(['my-family', 'my-alarm'])('npm test is green in %s', (name) => {
  const { code, out, err } = started(name, 'npm', 'test')
  expect(code, out + err).toBe(0)
  expect(out).toMatch(/Tests .*\d+ passed/)
  expect(out).not.toContain('failed')
})

test('npm install makes the links anew, without a network', () => {
  rmSync(join(place, 'my-alarm/node_modules'), { recursive: true })
  const { code, err } = started('my-alarm', 'npm', 'install', '--offline', '--no-audit')
  expect(code, err).toBe(0)
  const programs = readdirSync(join(place, 'my-alarm/node_modules/.bin'))
  expect(programs).toEqual(expect.arrayContaining(['ganglion', 'node', 'vitest']))
  expect(started('my-alarm', 'npm', 'test').code).toBe(0)
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

  test('refuses a curved objective instead of judging it wrongly', () => {
    const set = ['--set', 'discriminator=my-family', '--set', 'objective=my-payoff']
    const both = ['--plugin', 'my-family', '--plugin', 'my-payoff']
    const { code, out, err } = ganglion('.', 'run', 'li2017/fig1b', ...both, ...set)
    expect(code).not.toBe(0)
    expect(out + err).toMatch(/my-family.*affine f only, and the objective is curved/)
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

describe('plugin test', () => {
  const metric = (name: string, number: string, more = ''): string =>
    write(
      `my-distance/${name}.ts`,
      `import { defineMetric } from 'ganglion/plugin'
      ${more}
      export const one = (name: string) => defineMetric({
        name, source: 'test', needs: ['target.means'], signals: ['spread'],
        number: ({ signals }) => { ${number} },
      })
      export default one('${name}')`,
    )
  const honest =
    "const [a, b] = [signals['target.means'] ?? NaN].flat(); return { spread: a! - (b ?? a!) }"
  const tested = (file: string, ...flags: readonly string[]) =>
    ganglion('.', 'plugin', 'test', file, ...flags)

  test('names the case and says why it failed', () => {
    const { code, out } = tested(metric('lies', 'return { spread: 1 }'))
    expect(code).toBe(1)
    expect(out).toMatch(/✗ says NaN where a signal is missing\n {2}\S/)
    expect(out).toMatch(/✓ definition: kind, name, source/)
    expect(out.trim()).toMatch(/metric lies: \d+ passed, [1-9]\d* failed$/)
  })

  test.each([
    ['hangs', 'for (;;);', /did not come back within 1 s/],
    ['exits', 'process.exit(0)', /ended its thread \(process.exit, code 0\)/],
  ])('survives a plugin that %s', (name, number, reason) => {
    const { code, out } = tested(metric(name, number), '--json', '--deadline', '1')
    expect(code).toBe(1)
    const errors = lines(out).flatMap((l) => (l['error'] as string | undefined) ?? [])
    expect(errors[0]).toMatch(reason)
    expect(errors.at(-1)).toMatch(/not run: the plugin brought down its thread 3 times before/)
    expect(lines(out).at(-1)).toMatchObject({ type: 'plugin.tested', failed: errors.length })
  })

  test('keeps standard output for its own lines', () => {
    const { code, out, err } = tested(
      metric('talks', honest, "console.log('\\x1b[2Jhi')"),
      '--json',
    )
    expect(lines(out).at(-1)).toMatchObject({ type: 'plugin.tested', failed: 0 })
    expect([code, err]).toEqual([0, '␛[2Jhi\n'])
  })

  test('passes on what the module exports as conformance', () => {
    const text = `import { abs, defineObjective } from 'ganglion/plugin'
      export default defineObjective({
        name: 'edged', source: 'test', f: (d) => abs(d).neg(), g: (d) => abs(d.minus(1)).neg(),
      })`
    const plain = tested(write('my-distance/edged.ts', text))
    expect([plain.code, plain.out]).toEqual([1, expect.stringMatching(/✗ .*kink/)])
    const told = `${text}\nexport const conformance = { kinks: true }`
    expect(tested(write('my-distance/edged-told.ts', told)).code).toBe(0)
  })

  test('tests all plugins of a list', () => {
    const first = metric('first', honest)
    writeFileSync(
      first,
      `${readFileSync(first, 'utf8').replace(/export default.*/, '')}
      export default [one('first'), one('second')]`,
    )
    const { code, out } = tested(first, '--json')
    const summaries = lines(out).filter((l) => l['type'] === 'plugin.tested')
    expect(code).toBe(0)
    expect(summaries.map((l) => l['plugin'])).toEqual(['first', 'second'])
    const listed = ganglion('.', 'plugin', 'list', '--plugin', first).out
    expect(listed).toMatch(/metrics\/first[^]*metrics\/second/)
  })

  test.each([
    [
      'another version',
      "export default { kind: 'metric', name: 'x', apiVersion: 2 }",
      2,
      /apiVersion 2 and this Ganglion speaks apiVersion 1/,
    ],
    ['no plugin', 'export default 3', 2, /expected its default export to be/],
    [
      'a kind without a suite',
      "export default { kind: 'paper', name: 'x', apiVersion: 1 }",
      2,
      /no conformance suite for a paper/,
    ],
    ['a module that cannot be loaded', 'for (;;);', 2, /cannot be loaded: it did not come back/],
  ])('refuses %s', (what, text, wanted, sentence) => {
    const file = write(`refused/${what.replaceAll(' ', '-')}.ts`, text)
    const { code, out, err } = tested(file, '--deadline', '2')
    expect([code, out]).toEqual([wanted, ''])
    expect(err).toMatch(sentence)
  })

  test('a path that leads nowhere', () => {
    const { code, err } = tested('nowhere')
    expect(code).toBe(4)
    expect(err).toMatch(/nowhere: there is no such file or folder/)
  })
})

test('nobody replaces a built-in', () => {
  const own = "export default { kind: 'metric', name: 'l1', apiVersion: 1 }"
  const { code, err } = ganglion('.', 'run', 'li2017/fig1b', '--plugin', write('l1.ts', own))
  expect(code).toBe(2)
  expect(err).toContain('a built-in metric is called l1 already: give yours another name')
})
