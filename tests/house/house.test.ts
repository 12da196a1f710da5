import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

// Each check of the house is shown one clean tree and planted faults: a check that never rings is worse than none.

const house = fileURLToPath(new URL('../..', import.meta.url))
let tree = ''

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}

function check(script: string, ...words: string[]): { status: number | null; said: string } {
  const file = join(house, 'scripts', `${script}.mjs`)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [file, `--root=${tree}`, ...words],
    { encoding: 'utf8' },
  )
  return { status, said: stdout + stderr }
}

const silent = { status: 0, said: '' }

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'house-'))
  const manifest = (name: string, ...needs: string[]) => {
    const dependencies = Object.fromEntries(needs.map((need) => [need, '0.1.0']))
    return JSON.stringify({ name, exports: { '.': './src/index.ts' }, dependencies })
  }
  plant('packages/numerics/package.json', manifest('@ganglion/numerics'))
  plant('packages/numerics/src/index.ts', `export { one } from './one.ts'\n`)
  plant('packages/numerics/src/one.ts', `/** One. */\nexport const one = 1\n`)
  plant('packages/core/package.json', manifest('@ganglion/core', '@ganglion/numerics', 'effect'))
  plant('packages/core/src/index.ts', `export { one } from '@ganglion/numerics'\n`)
  plant('plugins/metrics/gap/gap.ts', `import '@ganglion/core'\n/** Gap. */\nexport default 1\n`)
  plant('plugins/metrics/gap/gap.test.ts', `import { test } from 'vitest'\ntest('gap', () => {})\n`)
  plant('plugins/metrics/gap/README.md', '# Gap\n')
})

afterEach(() => rmSync(tree, { recursive: true, force: true }))

describe('import directions', () => {
  const faults: [title: string, path: string, text: string, alarm: string][] = [
    [
      'a room below',
      'packages/numerics/src/x.ts',
      `import '@ganglion/core'`,
      'numerics may not import core',
    ],
    [
      'a type import',
      'packages/numerics/src/x.ts',
      `import type { A } from '@ganglion/core'`,
      'may not import core',
    ],
    [
      'an import type',
      'packages/numerics/src/x.ts',
      `export type A = import('@ganglion/core').A`,
      'may not import core',
    ],
    [
      'an import()',
      'packages/numerics/src/x.ts',
      `void import('@ganglion/core')`,
      'may not import core',
    ],
    [
      'a re-export',
      'packages/numerics/src/x.ts',
      `export * from '@ganglion/core'`,
      'may not import core',
    ],
    [
      'a path into another package',
      'packages/core/src/x.ts',
      `import '../../numerics/src/one.ts'`,
      'it leaves packages/core/',
    ],
    ['a third party', 'packages/core/src/x.ts', `import 'rxjs'`, 'may not import the package rxjs'],
    [
      'more of effect than core may have',
      'packages/core/src/x.ts',
      `import 'effect'`,
      'may not import the package effect',
    ],
    [
      'a module of Node',
      'packages/core/src/x.ts',
      `import 'node:fs'`,
      "may not use Node's own modules",
    ],
    [
      'the engine in a plugin',
      'plugins/metrics/gap/x.ts',
      `import '@ganglion/engine'`,
      'plugins may not import engine',
    ],
    [
      'another plugin',
      'plugins/metrics/gap/x.ts',
      `import '../other/other.ts'`,
      'may not import another plugin',
    ],
    [
      'another plugin in a test',
      'plugins/metrics/gap/x.test.ts',
      `import '../../dynamics/a/a.ts'`,
      'another plugin',
    ],
    [
      'a plugin in the engine',
      'packages/engine/src/x.ts',
      `import '../../../plugins/metrics/gap/gap.ts'`,
      'it leaves',
    ],
    [
      'a plugin in the front door, by hand',
      'packages/ganglion/src/x.ts',
      `import '../../../plugins/metrics/gap/gap.ts'`,
      'it leaves',
    ],
    [
      'a room without a row',
      'packages/misc/src/x.ts',
      `import './y.ts'`,
      "the room 'misc' has no row",
    ],
  ]

  test('a clean tree is silent', () => {
    plant('packages/core/src/schema.ts', `import 'effect/Schema'`)
    plant(
      'packages/ganglion/src/registry.generated.ts',
      `void import('../../../plugins/metrics/gap/gap.ts')`,
    )
    plant(
      'tests/laws/a.test.ts',
      `import '../../plugins/metrics/gap/gap.ts'\nimport '@ganglion/core'`,
    )
    expect(check('check-imports')).toEqual(silent)
  })

  test.each(faults)('%s is found', (_, path, text, alarm) => {
    plant(path, `${text}\n`)
    const { status, said } = check('check-imports')
    expect(said).toContain(`${path}:1 imports`)
    expect(said).toContain(alarm)
    expect(status).toBe(1)
  })

  test('a manifest that leaves out an import, or lists an idle room, is found', () => {
    plant('packages/core/src/x.ts', `import '@ganglion/calculus'\n`)
    plant('packages/core/src/index.ts', `export {}\n`)
    const { said } = check('check-imports')
    expect(said).toContain(`x.ts:1 imports '@ganglion/calculus', which packages/core/package.json`)
    expect(said).toContain(`packages/core/package.json lists '@ganglion/numerics', which nothing`)
  })

  test('a cycle of type imports is found', () => {
    plant('packages/core/src/a.ts', `import type { B } from './b.ts'\nexport type A = B[]\n`)
    plant('packages/core/src/b.ts', `import type { A } from './a.ts'\nexport type B = A[]\n`)
    const { said } = check('check-imports')
    expect(said).toBe('a cycle of imports: packages/core/src/a.ts, packages/core/src/b.ts\n')
  })
})

describe('documentation', () => {
  test('a clean tree is silent', () => expect(check('check-docs')).toEqual(silent))

  test.each([
    `export const bare = 1`,
    `// no doc comment\nexport function bare() {}`,
    `export type bare = 1`,
    `/** Elsewhere. */\n\nconst other = 1\nexport interface bare { other: typeof other }`,
    `const bare = 1\nexport { bare }`,
    `const bare = 1\nexport default bare`,
  ])('%j is found', (text) => {
    plant('packages/core/src/bare.ts', `${text}\n`)
    expect(check('check-docs').said).toMatch(
      /^packages\/core\/src\/bare.ts:\d 'bare' has no doc comment\n$/,
    )
  })
})

describe('files', () => {
  test('a clean tree is silent', () => expect(check('check-files')).toEqual(silent))

  test.each(['types.ts', 'utils.test.ts', 'helpers.ts', 'run-manager.ts', 'PlanService.ts'])(
    'the name %s is found',
    (name) => {
      plant(`packages/core/src/${name}`, '')
      expect(check('check-files').said).toContain(`packages/core/src/${name}: name the file`)
    },
  )

  test('a plugin without page and test is found', () => {
    plant('plugins/metrics/poor/rich.ts', '')
    const { said } = check('check-files')
    expect(said.match(/plugins\/metrics\/poor: \S+ /g)).toHaveLength(3)
  })

  test('a download address in the lockfile is found', () => {
    plant('package-lock.json', `{\n"resolved": "https://example.org/a.tgz"\n}`)
    expect(check('check-files').said).toContain('package-lock.json:2 holds a download address')
  })

  test('a suppression without a reason is found', () => {
    const silence = ['// oxlint', 'disable-next-line no-console'].join('-')
    plant('packages/core/src/a.ts', `${silence}\n${silence} -- the command line speaks here\n`)
    expect(check('check-files').said).toMatch(/^packages\/core\/src\/a.ts:1 .*\n$/)
  })
})

describe('registry', () => {
  const read = () => readFileSync(join(tree, 'packages/ganglion/src/registry.generated.ts'), 'utf8')

  test('lists the plugins of each kind, sorted, lazily', () => {
    plant('plugins/dynamics/best-response/best-response.ts', 'export default 2\n')
    plant('plugins/dynamics/alternating/alternating.ts', 'export default 2\n')
    expect(check('generate-registry', '--check').status).toBe(1)
    expect(check('generate-registry')).toEqual(silent)
    expect(check('generate-registry', '--check')).toEqual(silent)
    expect(read()).toMatch(
      /generators: \{\},\n[^]*alternating: \(\) =>[^]*'best-response': \(\) =>[^]*gap: /,
    )
    plant('plugins/dynamics/new/new.ts', 'export default 3\n')
    expect(check('generate-registry', '--check').said).toContain('npm run generate')
  })

  test('a house without plugins has every kind, empty', () => {
    rmSync(join(tree, 'plugins'), { recursive: true })
    expect(check('generate-registry')).toEqual(silent)
    expect(read().match(/: \{\},/g)).toHaveLength(9)
  })
})

test('what is not exact is banned from packages and plugins, not from tests and apps', () => {
  const banned = [
    'Math.exp(1)',
    'Math.random()',
    "Math['pow'](2, 3)",
    '((name: "abs") => Math[name])("abs")',
    '(({ log }) => log(2))(Math)',
    '2 ** 3',
    'Date.now()',
    'performance.now()',
    'console.log(1)',
    '((x: any) => x)(1)',
  ].map((text) => `export const a = ${text}\n`)
  banned.push('const { log } = Math\nexport const a = log(2)\n')
  banned.push('const M = Math\nexport const a = M.exp(2)\n')
  const inexact = 'export const a = Math.exp(Date.now()) ** 2\n'
  const exact = 'const { abs } = Math\nexport const a = abs(Math.min(Math.PI, Math.sqrt(2)))\n'

  const expected = banned.flatMap((text, i) => {
    const paths = [`packages/core/src/banned${i}.ts`, `plugins/metrics/gap/banned${i}.ts`]
    for (const path of paths) plant(path, text)
    return paths
  })
  plant('packages/core/src/exact.ts', exact)
  plant('packages/core/src/one.test.ts', inexact)
  plant('apps/cli/src/one.ts', inexact)
  mkdirSync(join(tree, 'scripts/lint'), { recursive: true })
  for (const file of ['.oxlintrc.json', 'scripts/lint/exact.mjs']) {
    copyFileSync(join(house, file), join(tree, file))
  }

  const linter = join(house, 'node_modules/oxlint/bin/oxlint')
  const words = [linter, '--format=unix', 'packages', 'plugins', 'apps']
  const { stdout } = spawnSync(process.execPath, words, { cwd: tree, encoding: 'utf8' })
  const found = new Set(
    [...stdout.matchAll(/^(?:.*\/)?((?:packages|plugins|apps)\/\S+?):\d+:/gm)].map(
      (m) => m[1] ?? '',
    ),
  )
  expect([...found].toSorted()).toEqual(expected.toSorted())
})
