import { apiVersion } from '@ganglion/core'
import type { Installation } from './installation.ts'
import type { ScaffoldedKind } from './kinds.ts'

/** The package.json of a new plugin. What it needs is linked from this installation; `npm install` links it again. */
export function manifest(
  kind: ScaffoldedKind,
  name: string,
  { packages }: Pick<Installation, 'packages'>,
): string {
  const links = Object.entries(packages).map(([dependency, folder]) => [
    dependency,
    `file:${folder}`,
  ])
  return json({
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    main: `${name}.ts`,
    files: [`${name}.ts`, 'README.md'],
    ganglion: { apiVersion, kind },
    scripts: { test: 'vitest run' },
    devDependencies: Object.fromEntries(links) as Record<string, string>,
  })
}

/** The tsconfig.json by which an editor checks a plugin. */
export const tsconfig = json({
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024'],
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: 'react-jsx',
    types: ['node'],
  },
  include: ['*.ts'],
})

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
