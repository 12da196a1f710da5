import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPoints } from './read-points.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'points-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What a file of this name and text is read as. */
async function read(name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  return readPoints(path)
}

test.each([
  ['plain', '1,2\n3,4\n'],
  ['a heading', 'x,y\n1,2\n3,4'],
  [
    'comments, empty rows, blanks, line ends of Windows',
    '# true points\r\n\r\n 1 , 2\r\n3,4e0\r\n',
  ],
])('CSV: %s', async (_, text) => {
  expect(await read('a.csv', text)).toEqual({
    positions: [
      [1, 2],
      [3, 4],
    ],
  })
})

test.each([
  ['a.csv', 'x,y\n1,2\nx,3', 'a.csv:3: expected numbers separated by commas, got "x"'],
  ['b.csv', '1,2\n1,', 'b.csv:2: expected numbers separated by commas, got ""'],
  ['c.csv', '1,2\n\n3', 'c.csv:3: expected 2 coordinates as in the first, got 1'],
  ['d.csv', '1;2', 'd.csv:1: expected numbers separated by commas, got "1;2"'],
  ['e.csv', 'NaN,1', 'e.csv:1: expected numbers separated by commas, got "NaN"'],
  ['f.csv', 'x,y\n', 'f.csv: expected at least one row of numbers'],
  ['g.json', '[[1,2],[3]]', 'g.json[1]: expected 2 coordinates as in the first, got 1'],
  ['h.json', '[[1,"a"]]', 'h.json[0]: expected a list of finite numbers, got [1,"a"]'],
  ['i.json', '{"x": 1}', 'i.json: expected a list of points, each a list of coordinates'],
  ['j.json', '[1, 2', 'j.json: it is no JSON'],
  ['l.json', '[[1, 2],\n[3,,4]]', /^.*l\.json: it is no JSON \(.*\)$/],
  ['m.csv', 'x,mass\n1,0.5\n2', 'm.csv:3: expected 2 numbers as in the first, got 1'],
  ['n.json', '{"positions": [[1]], "masses": [null]}', 'n.json: masses: expected a list of finite'],
  ['o.csv', '1,2\n'.repeat(100_001), 'o.csv: expected at most 100000 points, got 100001'],
  ['k.txt', '1,2', 'k.txt: expected a file ending in .csv or .json'],
])('%s with %j is refused', async (name, text, message) => {
  await expect(read(name, text)).rejects.toThrow(message)
})

test('JSON, and a file that is not there', async () => {
  expect(await read('a.json', '[[0, 1], [2, 0]]')).toEqual({
    positions: [
      [0, 1],
      [2, 0],
    ],
  })
  await expect(readPoints(join(folder, 'none.csv'))).rejects.toThrow('there is no such file')
})

test('masses: a column of that name, or beside the positions of JSON', async () => {
  const law = { positions: [[1], [3]], masses: [0.25, 0.75] }
  expect(await read('a.csv', 'x,mass\n1,0.25\n3,0.75')).toEqual(law)
  expect(await read('a.json', JSON.stringify(law))).toEqual(law)
  // A heading of that name alone is a coordinate.
  expect(await read('b.csv', 'mass\n1\n3')).toEqual({ positions: [[1], [3]] })
})
