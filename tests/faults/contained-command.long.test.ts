import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ganglion, lines } from '../e2e/command.ts'
import { ForeignFolder } from './foreign-folder.ts'

const foreign = new ForeignFolder()
afterAll(() => foreign.remove())

const metric = (body: string): string => `
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { defineMetric } from 'ganglion/plugin'
appendFileSync(${JSON.stringify(join(foreign.path, 'threads'))}, isMainThread ? 'main ' : 'worker ')
export default defineMetric({ name: 'evil', source: 'none', needs: [], signals: ['evil'],
  number: ({ step }) => { ${body}; return { evil: step } } })`

const run = (file: string, ...flags: string[]) =>
  ganglion(
    'run',
    'li2017/fig1a',
    '--steps',
    '30',
    '--set',
    'metrics=["evil"]',
    '--plugin',
    file,
    ...flags,
  )

test('a plugin that hangs ends the command with 1; the last line says who, where and when', () => {
  const file = foreign.write(metric('while (step === 3);'))
  const { code, out, err } = run(file, '--json', '--deadline', '1')
  expect(code).toBe(1)
  expect(lines(out).map(({ type }) => type)).toEqual(['run.started', 'run.finished'])
  expect(lines(out).at(-1)).toMatchObject({
    outcome: 'failed',
    error: { plugin: 'metric:evil', port: 'number', step: 3 },
  })
  expect(err).toMatch(/did not come back within 1 s/)
  expect(err).not.toMatch(/ {4}at /)
})

test('a plugin that throws when it is loaded ends it too, in sentences and in JSON', () => {
  const file = foreign.write(`throw new Error('bo\\u001bom')`)
  const plain = run(file)
  expect(plain.code).toBe(1)
  expect(plain.out).toMatch(
    /^failed at step 0: plugin:.* failed at load, step 0: bo␛om, at plugin-\d+\.ts:1\n$/,
  )
  const json = run(file, '--json')
  expect(json.code).toBe(1)
  expect(lines(json.out)).toMatchObject([
    { type: 'run.finished', error: { port: 'load', step: 0, plugin: `plugin:${file}` } },
  ])
})

test('what is no plugin, or is not there, is refused as before: 2 and 4', () => {
  expect(run(foreign.write('export default 5')).code).toBe(2)
  expect(run(foreign.write('this is no module')).code).toBe(2)
  expect(run(join(foreign.path, 'none.ts')).code).toBe(4)
})

test('memory is limited by --memory', () => {
  const file = foreign.write(
    metric('const leak = []; while (step === 3) leak.push(Array(1e5).fill(step))'),
  )
  const { code, err } = run(file, '--json', '--memory', '96')
  expect(code).toBe(1)
  expect(err).toMatch(/more memory than 96 MB/)
})

test('a good plugin plays to the end, never in the main thread; what it prints goes to the error stream, shown', () => {
  const { code, out, err } = run(
    foreign.write(metric(`if (step === 3) console.log('\\u001b[2Jhi')`)),
  )
  expect(code).toBe(0)
  expect(out).toMatch(/after 30 steps without a verdict \(exhausted\)\n$/)
  expect(err).toBe('␛[2Jhi\n')
  expect(existsSync(join(foreign.path, 'threads'))).toBe(true)
  expect(readFileSync(join(foreign.path, 'threads'), 'utf8')).not.toContain('main')
})
