import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadPlugin, loadPluginModule } from './load-plugin.ts'
import { extend } from './registry.ts'

const folder = mkdtempSync(join(tmpdir(), 'ganglion-plugin-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a file into the folder of this test; gives its path. */
function write(name: string, text: string): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}
const hills = `{ kind: 'discriminator', apiVersion: 1, name: 'hills' }`
const valleys = `{ kind: 'generator', apiVersion: 1, name: 'valleys' }`

describe('where a plugin is', () => {
  test('of a folder: what package.json calls main, else the file of its name, else index.ts', async () => {
    write('hills/index.ts', `export default ${valleys}`)
    const names = async () => (await loadPlugin(join(folder, 'hills'))).map(({ name }) => name)
    expect(await names()).toEqual(['valleys'])
    write('hills/hills.ts', `export default ${hills}`)
    expect(await names()).toEqual(['hills'])
    write('hills/both.ts', `export default [${hills}, ${valleys}]`)
    write('hills/package.json', `{ "main": "both.ts" }`)
    expect(await names()).toEqual(['hills', 'valleys'])
  })

  test('a main that is not there is not passed over', async () => {
    write('lost/index.ts', `export default ${hills}`)
    write('lost/package.json', `{ "main": "gone.ts" }`)
    await expect(loadPlugin(join(folder, 'lost'))).rejects.toThrow(
      /there is no gone.ts in this folder: mend "main"/,
    )
  })

  test('neither file nor folder', async () => {
    await expect(loadPlugin(join(folder, 'nowhere'))).rejects.toMatchObject({
      name: 'MissingInputError',
    })
  })
})

describe('the version of the contract', () => {
  const refused = async (file: string, pattern: RegExp) => {
    await expect(loadPlugin(file)).rejects.toThrow(pattern)
    await expect(loadPlugin(file)).rejects.toMatchObject({ name: 'ConfigError' })
  }

  test('another one is refused, with both and what to do', () =>
    refused(
      write('v2.ts', `export default { kind: 'metric', apiVersion: 2, name: 'far' }`),
      /it speaks apiVersion 2 and this Ganglion speaks apiVersion 1: use the Ganglion/,
    ))

  test('so is none', () =>
    refused(
      write('v0.ts', `export default { kind: 'metric', name: 'far' }`),
      /it states no apiVersion and this Ganglion speaks apiVersion 1: make it with a define/,
    ))

  test('a folder that states another is refused before its code runs', async () => {
    write('next/next.ts', `globalThis.nextRan = true; export default ${hills}`)
    write('next/package.json', `{ "ganglion": { "apiVersion": 3 } }`)
    await refused(join(folder, 'next'), /it speaks apiVersion 3 and this Ganglion speaks/)
    expect(globalThis).not.toHaveProperty('nextRan')
  })
})

test.each([
  ['nothing', '', /got undefined/],
  ['an empty list', 'export default []', /got an empty list/],
  ['another kind', `export default { kind: 'spoon' }`, /expected its default export to be/],
  ['a bad name', `export default { kind: 'metric', apiVersion: 1, name: '../x' }`, /got "..\/x"/],
  ['a throw', `throw new Error('the dog ate it')`, /loaded: bad-a-throw.ts:1:7: the dog ate it/],
  ['a stray', `import 'no-such-package'`, /no-such-package is not installed beside this file: npm/],
])('%s is no plugin', async (_, text, pattern) => {
  const file = write(`bad-${_.replaceAll(' ', '-')}.ts`, text)
  await expect(loadPlugin(file)).rejects.toThrow(pattern)
})

test('options of the conformance suite come with the module', async () => {
  const file = write(
    'kinked.ts',
    `export const conformance = { kinks: true }\nexport default ${hills}`,
  )
  expect((await loadPluginModule(file)).conformance).toEqual({ kinks: true })
})

describe('a registry', () => {
  const metric = { kind: 'metric', name: 'width' }
  const builtIn = { metrics: { width: () => Promise.resolve('the built-in one') } }

  test('takes the same name of another kind, and the same definition twice', async () => {
    const detector = { kind: 'detector', name: 'width' }
    const extended = extend(builtIn, [detector, [detector]])
    expect(await extended['metrics']!['width']!()).toBe('the built-in one')
    expect(await extended['detectors']!['width']!()).toBe(detector)
  })

  test('lets nobody replace a built-in, nor another that was given', () => {
    expect(() => extend(builtIn, [metric])).toThrow(
      /a built-in metric is called width already: give yours another name, e.g. my-width/,
    )
    expect(() => extend({}, [metric, { ...metric }])).toThrow(/another metric that was given/)
  })
})
