import { expect, test } from 'vitest'
import { expectGolden, goldenNames } from './fixtures/golden.ts'
import { gallery } from './fixtures/gallery.ts'

const sizes = [
  [24, 7],
  [72, 16],
] as const

const frames = Object.keys(gallery).flatMap((kind) =>
  sizes.flatMap(([columns, rows]) =>
    (['braille', 'ascii'] as const).map((glyphs) => ({ kind, columns, rows, glyphs })),
  ),
)
const nameOf = ({ kind, columns, rows, glyphs }: (typeof frames)[number]): string =>
  `${kind}-${columns}x${rows}-${glyphs}.txt`

test.each(frames)('golden frame: $kind $columns x $rows, $glyphs', (frame) => {
  const { kind, columns, rows, glyphs } = frame
  const lines = gallery[kind]!(columns, rows, glyphs)
  expect(lines).toHaveLength(rows)
  for (const line of lines) expect(line).toHaveLength(columns)
  if (glyphs === 'ascii') expect(lines.join('')).toMatch(/^[ -~]*$/)
  expectGolden(nameOf(frame), lines.map((line) => `${line}\n`).join(''))
})

test('every golden frame that is kept is drawn', () => {
  expect(goldenNames()).toEqual([...frames.map(nameOf), 'screen-svg.txt'].toSorted())
})
