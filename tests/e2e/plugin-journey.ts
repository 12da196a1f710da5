import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lines } from './command.ts'
import type { Stranger } from './stranger.ts'

/** Tests that a plugin of a kind is written, green and playable, each with what the test before left. */
export function journey(
  { place, ganglion }: Stranger,
  kind: string,
  name: string,
  settings: readonly string[],
): void {
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
    expect(all.at(-1)).toEqual({ ...summary, passed: cases.length, failed: 0, notRun: 0 })
  })

  test('a preset runs with it and everything else unchanged', () => {
    const run = ['run', 'li2017/fig1b', '--plugin', '.', ...settings, '--steps', '200', '--json']
    const { code, out, err } = ganglion(name, ...run)
    expect([code, err]).toEqual([0, ''])
    expect(lines(out).at(-1)).toMatchObject({ type: 'run.finished', steps: 200 })
    const plan = JSON.stringify(lines(out)[0]?.['plan'])
    if (settings.length > 0) expect(plan).toContain(`"${name}"`)
  })
}

/** Tests that `npm test` works in a plugin's folder as typed. */
export function testsItself({ started }: Stranger, name: string): void {
  test(`npm test is green in ${name}`, () => {
    const { code, out, err } = started(name, 'npm', 'test')
    expect(code, out + err).toBe(0)
    expect(out).toMatch(/Tests .*\d+ passed/)
    expect(out).not.toContain('failed')
  })
}
