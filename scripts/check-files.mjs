// Rules about files as such: names, what a plugin folder holds, suppressions with a reason, a lockfile without addresses.
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { conclude, files, lineAt, read, root } from './house.mjs'

const findings = []
const sources = files(['packages', 'plugins', 'apps', 'tests', 'scripts'], /\.(ts|tsx|mjs|js)$/)

const vague =
  /^(types?|utils?|helpers?|common|misc)$|(^|[-.])(manager|service)s?([-.]|$)|(Manager|Service)s?$/
for (const path of sources) {
  const name = basename(path).replace(/(\.(test|bench|generated|long))*\.[a-z]+$/, '')
  if (vague.test(name)) findings.push(`${path}: name the file after the one noun or verb it holds`)
}

const suppression =
  /(?:\/\/|\/\*|\{\/\*)\s*(?:(?:ox|es)lint-disable|@ts-(?:ignore|expect-error|nocheck))[^\n]*/g
for (const path of sources) {
  const text = read(path)
  for (const { 0: comment, index } of text.matchAll(suppression)) {
    if (!/(--|:)\s*\S.{7}/.test(comment)) {
      findings.push(
        `${path}:${lineAt(text, index)} a suppression needs a reason: '... -- <reason>'`,
      )
    }
  }
}

const folders = (path) =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : []
for (const { name: kind } of folders('plugins')) {
  if (kind === 'node_modules') continue
  for (const { name } of folders(`plugins/${kind}`)) {
    const folder = `plugins/${kind}/${name}`
    const held = readdirSync(join(root, folder))
    if (!held.includes(`${name}.ts`)) findings.push(`${folder}: ${name}.ts is missing`)
    if (!held.includes('README.md')) findings.push(`${folder}: README.md is missing`)
    if (!held.some((file) => file.endsWith('.test.ts')))
      findings.push(`${folder}: a test is missing`)
  }
}

if (existsSync(join(root, 'package-lock.json'))) {
  const lines = read('package-lock.json').split('\n')
  const first = lines.findIndex((line) => line.includes('"resolved": "http'))
  if (first >= 0)
    findings.push(`package-lock.json:${first + 1} holds a download address: check .npmrc`)
}
conclude(findings)
