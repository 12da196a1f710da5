import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { renderToString } from 'ink'
import { expect, test } from 'vitest'
import { deepStory, lineStory, pointsStory } from './fixtures/points-story.ts'
import {
  manyStory,
  refusedStory,
  rotatingStory,
  stableStory,
  unstableStory,
} from './fixtures/stability-story.ts'
import { story, strangersStory } from './fixtures/story.ts'
import { Screen } from './screen.tsx'
import { ThemeContext, themeFor } from './theme.ts'
import { firstUi, paneNames, type Ui } from './ui.ts'
import type { View } from './feed.ts'

const sizes = [
  [40, 12],
  [80, 24],
  [100, 30],
  [160, 50],
] as const

function frame(view: View, ui: Ui, columns: number, rows: number, ascii: boolean): string {
  const theme = themeFor({ name: 'mono', ascii, depth: 1 })
  return renderToString(
    <ThemeContext value={theme}>
      <Screen view={view} ui={ui} title="li2017/fig1b" steps={5000} {...{ columns, rows }} />
    </ThemeContext>,
    { columns },
  )
}

/** Compares with the file of this name; UPDATE_GOLDEN=1 writes it anew. */
function compare(name: string, found: string): void {
  const file = new URL(`./golden/${name}.txt`, import.meta.url)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${found}\n`)
  expect(existsSync(file), `golden/${name}.txt is missing: run with UPDATE_GOLDEN=1`).toBe(true)
  expect(`${found}\n`).toBe(readFileSync(file, 'utf8'))
}

const moments: Readonly<Record<string, { readonly view: View; readonly ui: Ui }>> = {
  ...Object.fromEntries(
    paneNames.map((focus) => [focus, { view: story, ui: { ...firstUi, focus, zoomed: true } }]),
  ),
  screen: { view: story, ui: firstUi },
  'densities-critic': { view: strangersStory, ui: { ...firstUi, zoomed: true } },
  points: { view: pointsStory, ui: { ...firstUi, zoomed: true } },
  'points-10d': { view: deepStory, ui: { ...firstUi, zoomed: true } },
  'points-line': { view: lineStory, ui: { ...firstUi, zoomed: true } },
  'points-screen': { view: pointsStory, ui: firstUi },
  'points-phase': { view: pointsStory, ui: { ...firstUi, focus: 'phase', zoomed: true } },
  'points-parameters': {
    view: deepStory,
    ui: { ...firstUi, focus: 'parameters', zoomed: true },
  },
  'events-selected': {
    view: story,
    ui: { ...firstUi, focus: 'events', zoomed: true, selected: 1, filter: 'collapse' },
  },
  'distances-log': {
    view: story,
    ui: { ...firstUi, focus: 'distances', zoomed: true, logarithmic: true },
  },
  ...Object.fromEntries(
    Object.entries({
      unstable: unstableStory,
      stable: stableStory,
      many: manyStory,
      rotating: rotatingStory,
      refused: refusedStory,
    }).map(([name, view]) => [
      `eigenvalues-${name}`,
      { view, ui: { ...firstUi, focus: 'eigenvalues', zoomed: true } },
    ]),
  ),
  'eigenvalues-whole': {
    view: unstableStory,
    ui: { ...firstUi, focus: 'eigenvalues', zoomed: true, logarithmic: true },
  },
  'eigenvalues-screen': { view: unstableStory, ui: { ...firstUi, focus: 'eigenvalues' } },
  help: { view: story, ui: { ...firstUi, help: true } },
}

for (const [moment, { view, ui }] of Object.entries(moments)) {
  for (const [columns, rows] of sizes) {
    for (const glyphs of ['braille', 'ascii'] as const) {
      test(`${moment} at ${columns}x${rows} in ${glyphs}`, () => {
        const found = frame(view, ui, columns, rows, glyphs === 'ascii')
        const lines = found.split('\n')
        expect(lines.length).toBeLessThan(rows)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
        if (glyphs === 'ascii') expect(found).toMatch(/^[\x20-\x7e\n]*$/)
        compare(`${moment}-${columns}x${rows}-${glyphs}`, found)
      })
    }
  }
}
