import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lines } from '../e2e/command.ts'
import { emptyFolder } from '../e2e/folder.ts'

const { bash } = emptyFolder()
const few = `node ${fileURLToPath(new URL('./fixtures/few-claims.ts', import.meta.url))}`

test('every claim is told with its sentence; a refuted one ends with 5, and says what is against it', () => {
  const { code, out, err } = bash(few)
  expect(code).toBe(5)
  expect(out).toMatch(/^✓ optimal discriminator dynamics converge\n {4}"Observe that/)
  expect(out).toMatch(
    /✓ numbers are small\n {4}"A sentence of a test\." \(nowhere\)\n {4}measured: draws: 3\n/,
  )
  expect(out).toMatch(
    /✗ regular dynamics always succeed\n[^]*against it: regular, offDiagonal \(l1\) is [\d.]+,/,
  )
  expect(out).toMatch(
    /4 of 5 claims hold, 1 refuted; report: runs\/li2017-reproduce-smoke\/report\.html\n$/,
  )
  expect(err).toMatch(/claim 4 of 5: regular dynamics never always succeed\n/)
  const page = bash('cat runs/li2017-reproduce-smoke/report.html').out
  expect(page).toMatch(/regular dynamics always succeed/)
  expect(page).toMatch(/ganglion run li2017\/fig1c/)
  expect(page).toMatch(/ganglion sweep li2017\/fig3-regular/)
  expect(page).toMatch(/<svg/)
})

test('as JSON lines; what was played before is not played again', () => {
  const age = 'stat -c %Y.%i runs/li2017-smoke-fig3-regular-*/chunks/*'
  const before = bash(age).out
  const { code, out } = bash(`${few} held --json`)
  expect(code).toBe(0)
  expect(bash(age).out).toBe(before)
  const told = lines(out) as { readonly type: string }[]
  expect(told.map(({ type }) => type)).toEqual([
    'reproduce.started',
    ...Array.from({ length: 4 }, () => 'claim'),
    'reproduce.finished',
  ])
  expect(told[0]).toMatchObject({ paper: 'li2017', scale: 'smoke', claims: 4, sweeps: 1 })
  expect(told[1]).toMatchObject({ kind: 'run', preset: 'li2017/fig1c', holds: true })
  expect(told[4]).toMatchObject({
    kind: 'sweep',
    holds: true,
    measured: { 'regular, offDiagonal (l1)': expect.any(Number) as number },
    runs: [expect.stringMatching(/^li2017-smoke-fig3-regular-[0-9a-f]{8}$/) as string],
  })
  expect(told[5]).toMatchObject({ claims: 4, held: 4, refuted: 0 })
  const verified = bash('ganglion verify latest')
  expect([verified.code, verified.err]).toEqual([0, ''])
})

test('Ctrl-C once ends it and says how to go on', () => {
  const { code, err, out } = bash(`${few} stopped --json`)
  expect(code).toBe(130)
  expect(err).toMatch(/of 6 claims judged; go on with: ganglion reproduce li2017 --scale smoke\n$/)
  expect(lines(out).at(-1)).toMatchObject({
    type: 'reproduce.stopped',
    claims: 6,
    resume: 'ganglion reproduce li2017 --scale smoke',
  })
})

test('another paper is refused with a suggestion', () => {
  const { code, err } = bash('ganglion reproduce li2071')
  expect([code, err]).toEqual([2, expect.stringMatching(/no paper li2071; did you mean li2017\?/)])
  expect(bash('ganglion reproduce li2017 --scale tiny').code).toBe(2)
})
