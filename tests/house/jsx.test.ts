import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const hook = new URL('../../apps/cli/src/jsx-hook.mjs', import.meta.url).href
const panel = fileURLToPath(new URL('./fixtures/panel.tsx', import.meta.url))

function node(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', hook, ...words], { encoding: 'utf8' })
}

test('a .tsx file runs from source', () => {
  expect(node(panel)).toMatchObject({ status: 0, stdout: 'function gap\n', stderr: '' })
})

test('the transform is loaded with the first .tsx and not before', () => {
  const loaded = `
    process.report.excludeNetwork = true
    const seen = () => process.report.getReport().sharedObjects.some((path) => /rolldown/.test(path))
    const before = seen()
    await import(${JSON.stringify(panel)})
    console.log(before, seen())`
  expect(node('--input-type=module', '-e', loaded).stdout).toBe('function gap\nfalse true\n')
})

test('a syntax error names the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jsx-'))
  writeFileSync(join(folder, 'broken.tsx'), 'export const a = <b>\n')
  const { status, stderr } = node(join(folder, 'broken.tsx'))
  rmSync(folder, { recursive: true })
  expect(stderr).toContain('broken.tsx: ')
  expect(status).toBe(1)
})
