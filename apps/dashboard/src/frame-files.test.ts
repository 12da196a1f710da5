import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ansiRuns } from './ansi-runs.ts'
import { writeFrame } from './frame-files.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ganglion-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

const screen = '\u001b[31mred\u001b[39m <plain>\n\u001b[1m\u2803\u001b[22m'

test('a frame is saved as text without colours and as a picture with them', async () => {
  expect(await writeFrame(folder, 'frame-7', screen)).toEqual(['frame-7.txt', 'frame-7.svg'])
  expect(read('frame-7.txt')).toBe('red <plain>\n\u2803\n')
  expect(read('frame-7.svg')).toMatch(/^<svg [^]*#cd0000[^]*>red<[^]*&lt;plain&gt;[^]*<\/svg>\n$/)
})

test('nothing is written over, not even half of a pair', async () => {
  await writeFrame(folder, 'a', screen)
  writeFileSync(join(folder, 'a-2.svg'), 'mine')
  expect(await writeFrame(folder, 'a', screen)).toEqual(['a-3.txt', 'a-3.svg'])
  expect(read('a-2.svg')).toBe('mine')
  expect(readdirSync(folder)).not.toContain('a-2.txt')
})

test('a folder that takes no files is an error', async () => {
  await expect(writeFrame(join(folder, 'none'), 'a', screen)).rejects.toThrow('ENOENT')
})

test('colours of 16, 256 and 24 bits; dim and inverse', () => {
  const looks = (text: string) =>
    ansiRuns(text).map((runs) => runs.map((run) => ({ ...run, ink: undefined })))
  expect(looks('\u001b[92mx\u001b[0my')).toEqual([[{ text: 'x', front: '#00ff00' }, { text: 'y' }]])
  expect(looks('\u001b[38;5;214mx')).toEqual([[{ text: 'x', front: '#ffaf00' }]])
  expect(looks('\u001b[38;5;232;48;2;1;2;3mx')).toEqual([
    [{ text: 'x', front: '#080808', back: '#010203' }],
  ])
  expect(looks('\u001b[7mx\u001b[27m')).toEqual([
    [{ text: 'x', front: '#101014', back: '#d0d0d0' }],
  ])
  expect(looks('\u001b[2mx\ny')).toEqual([
    [{ text: 'x', front: '#8a8a8a' }],
    [{ text: 'y', front: '#8a8a8a' }],
  ])
})
