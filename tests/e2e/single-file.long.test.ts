import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ganglion, root } from './command.ts'

// Not below the repository: nothing is found by looking upwards.
const folder = mkdtempSync(join(tmpdir(), 'ganglion-single-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test('a plugin that is one file anywhere borrows the packages of this installation', () => {
  const file = join(folder, 'hills.ts')
  copyFileSync(join(root, 'apps/cli/src/scaffold/discriminator/my-discriminator.ts'), file)
  const tried = ganglion('plugin', 'test', file)
  expect(tried.out).toMatch(/✓ worker: imported and evaluated in a worker/)
  expect(tried.out).toMatch(/ 0 failed/)
  const set = ['--set', 'discriminator=my-discriminator', '--steps', '20']
  expect(ganglion('run', 'li2017/fig1b', '--plugin', file, ...set)).toMatchObject({ code: 0 })
})

test('so does a configuration that is a module', () => {
  const file = write(
    'start.ts',
    `import { far } from 'ganglion/plugin'
    import { of } from 'rxjs'
    of(far).subscribe()
    export default { preset: 'li2017/fig1b', steps: 5 }`,
  )
  expect(ganglion('run', file)).toMatchObject({ code: 0, err: '' })
})

test.each(['a.ts', 'a.mjs'])('a mistake of the syntax is told with its place: %s', (name) => {
  const file = write(name, `export default {\n  steps: 3,\n  seed: ,\n}\n`)
  const place = `it cannot be loaded: ${name}:3:9: `
  expect(ganglion('run', file).err).toContain(place)
  expect(ganglion('plugin', 'test', file).err).toContain(place)
  expect(ganglion('run', 'li2017/fig1b', '--plugin', file).err).toContain(place)
})
