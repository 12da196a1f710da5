import { observe } from '@ganglion/core'
import { renderToString } from 'ink'
import { expect, test } from 'vitest'
import type { View } from './feed.ts'
import { toyEvent, toyFrame } from './fixtures/toy-game.ts'
import { story, strangersStory } from './fixtures/story.ts'
import { overText } from './command-for.ts'
import { footLines } from './foot-lines.ts'
import { contents } from './panes/contents.ts'
import { keyHelp } from './help-page.ts'
import { helpLines, lastHelpStart } from './panes/help.ts'
import { lineWidth, type Line } from './panes/line.ts'
import { titleLine } from './panes/title.ts'
import { verdictLines } from './panes/verdict.ts'
import { Screen } from './screen.tsx'
import { ThemeContext, themeFor } from './theme.ts'
import { firstUi, paneNames, type Ui } from './ui.ts'
import { blankView } from './view-store.ts'

const history = Array.from({ length: 200 }, (_, k) => observe(toyFrame(k * 10), 0))
const view: View = {
  ...blankView,
  state: 'running',
  frame: history.at(-1)!,
  history,
  events: Array.from({ length: 30 }, (_, k) => toyEvent(k * 50 + 50)),
  verdict: { member: 0, state: 'oscillating', since: 360, step: 1600 },
}

function show(columns: number, rows: number, shown: View = view, ui: Ui = firstUi, ascii = false) {
  return renderToString(
    <ThemeContext value={themeFor({ name: 'mono', ascii, depth: 1 })}>
      <Screen view={shown} ui={ui} title="li2017/fig1b" steps={5000} {...{ columns, rows }} />
    </ThemeContext>,
    { columns: columns + 20 },
  )
}

const uis: Ui[] = paneNames.flatMap((focus) => [
  { ...firstUi, focus },
  { ...firstUi, focus, zoomed: true },
])
uis.push({ ...firstUi, help: true })

test('fits every window from 20x6 up, whatever is in the focus', () => {
  for (const [columns, rows] of [
    [20, 6],
    [23, 9],
    [31, 60],
    [40, 12],
    [60, 40],
    [72, 17],
    [80, 24],
    [100, 30],
    [131, 50],
    [160, 50],
    [211, 20],
  ] as const) {
    for (const ui of uis) {
      const lines = show(columns, rows, story, ui).split('\n')
      expect(lines.length).toBeLessThan(rows)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
    }
  }
}, 60_000)

test('no pane writes more than its place holds: nothing is ever cut at the edge', () => {
  const written = (shown: View, ui: Ui, columns: number, rows: number): [Line, string][] => [
    ...paneNames.flatMap((name) => {
      const lines = contents[name].lines(shown, ui, 'braille', columns, rows)
      expect(lines.length, `${name} at ${columns}x${rows}`).toBeLessThanOrEqual(rows)
      const legends = contents[name].legends(shown, ui, 'braille')
      const title = titleLine({ name, focused: true, legends, columns })
      return [title, ...lines].map((line): [Line, string] => [line, name])
    }),
    ...verdictLines(shown, { title: 'li2017/fig1b', steps: 5000 }, columns, 2).map(
      (line): [Line, string] => [line, 'verdict'],
    ),
    ...footLines(ui, shown, columns).map((line): [Line, string] => [line, 'foot']),
    ...helpLines('', columns, rows).map((line): [Line, string] => [line, 'help']),
  ]
  const chosen = { ...firstUi, zoomed: true, selected: 1, filter: 'collapse' }
  for (let columns = 20; columns < 170; columns += columns < 60 ? 1 : 7)
    for (const rows of [2, 3, 5, 8, 13, 21])
      for (const shown of [story, strangersStory, view])
        for (const ui of [firstUi, chosen])
          for (const [line, where] of written(shown, ui, columns, rows))
            expect(lineWidth(line), `${where} at ${columns}x${rows}`).toBeLessThanOrEqual(columns)
}, 60_000)

test('the focused pane is there at every size, its title in brackets', () => {
  for (const [columns, rows] of [
    [20, 6],
    [40, 12],
    [60, 40],
    [80, 24],
    [100, 30],
    [160, 50],
  ] as const) {
    paneNames.forEach((focus, at) =>
      expect(show(columns, rows, story, { ...firstUi, focus })).toContain(`[${at + 1} ${focus}]`),
    )
  }
})

test('160x50 holds seven panes, 100x30 five, 80x24 three, 40x12 and a zoomed pane one', () => {
  const titles = (columns: number, rows: number, ui = firstUi): string[] =>
    paneNames.filter((name, at) => show(columns, rows, story, ui).includes(`${at + 1} ${name}`))
  expect(titles(160, 50)).toEqual(paneNames.filter((name) => name !== 'eigenvalues'))
  expect(titles(100, 30)).toEqual(['densities', 'parameters', 'distances', 'phase', 'events'])
  expect(titles(80, 24)).toEqual(['densities', 'parameters', 'events'])
  expect(titles(40, 12)).toEqual(['densities'])
  // One plane takes the place of the other.
  const eigenvalues = { ...firstUi, focus: 'eigenvalues' as const }
  expect(titles(160, 50, eigenvalues)).toEqual(paneNames.filter((name) => name !== 'phase'))
  expect(titles(80, 24, eigenvalues)).toEqual(['densities', 'events', 'eigenvalues'])
  expect(titles(160, 50, { ...firstUi, focus: 'phase', zoomed: true })).toEqual(['phase'])
})

test('in ASCII nothing else is on the screen, whatever plugins are called', () => {
  const actors = [
    { id: 'x', kind: 'generator', name: 'Größe 漢字 \u001b[2J', alive: false, messages: 12 },
  ]
  for (const ui of uis) {
    for (const shown of [
      { ...story, actors },
      strangersStory,
      { ...story, state: 'paused' as const },
    ])
      expect(show(100, 30, shown, ui, true)).toMatch(/^[\x20-\x7e\n]*$/)
  }
})

test('control characters of plugins and events are shown, not obeyed', () => {
  const name = 'bad\u001b[2J\rname'
  const events = [{ ...toyEvent(5), detector: name, evidence: { [name]: 1 } }]
  const actors = [{ id: 'x', kind: 'generator', name, alive: true, messages: 12 }]
  const ui = { ...firstUi, zoomed: true }
  const shown = { ...story, events, actors, options: { [name]: 1 } }
  for (const focus of ['events', 'actors'] as const) {
    const text = show(100, 30, shown, { ...ui, focus })
    expect(text).toContain('bad␛[2J␍name')
    expect(text).not.toContain('\u001b')
    expect(text).not.toContain('\r')
  }
})

test('without a frame it waits', () => {
  const waiting = { ...view, frame: null, history: [], events: [] }
  for (const focus of ['densities', 'parameters', 'distances', 'gradients', 'phase'] as const)
    expect(show(100, 30, waiting, { ...firstUi, focus, zoomed: true })).toContain(
      'waiting for the first frame',
    )
})

test('a run that failed before its first frame says so everywhere, and why', () => {
  const error =
    'discriminator:mine failed at parameters, step 0: oops and more words than a line of forty holds'
  const nothing = { ...blankView, state: 'failed' as const }
  const views: View[] = [
    { ...nothing, ending: { outcome: 'failed', steps: 0, error } },
    { ...nothing, problem: error },
  ]
  for (const shown of views)
    for (const [columns, rows] of [
      [40, 12],
      [80, 24],
      [160, 50],
    ] as const) {
      const text = show(columns, rows, shown)
      expect(text).toContain('✕ failed  discriminator:mine')
      expect(text).toContain('no frame came')
      expect(text).not.toMatch(/waiting for|nothing has happened/)
      expect(text.replaceAll(/\s+/g, ' ')).toContain('a line of forty holds')
      const log = show(columns, rows, shown, { ...firstUi, focus: 'events' })
      expect(log).toContain('✕ failed: discriminator:mine')
    }
})

test('a critic that cannot be drawn is told where its curve is missing, for as long as it is', () => {
  const shown: View = {
    ...strangersStory,
    critic: null,
    criticFault: 'critic threw: o\u001b[2Jops',
  }
  for (const [columns, rows] of [
    [40, 12],
    [80, 24],
    [160, 50],
  ] as const)
    expect(show(columns, rows, shown).replaceAll(/\s+/g, ' ')).toContain(
      columns > 100
        ? 'D cannot be drawn: critic threw: o␛[2Jops'
        : 'D cannot be drawn: critic threw:',
    )
  expect(show(80, 24, { ...story, criticFault: 'critic threw: oops' })).not.toContain('cannot be')
})

test('long answers go on under each other; candidates stand above what is typed', () => {
  const notice = { text: overText, alarm: true }
  const text = show(40, 12, view, { ...firstUi, notice })
  expect(text.replaceAll(/\s+/g, ' ')).toContain(overText)
  const typing = { prompt: ':' as const, text: 'set dynamics.' }
  const lines = show(80, 24, view, { ...firstUi, typing, notice })
    .trimEnd()
    .split('\n')
  expect(lines.at(-1)).toContain(':set dynamics.█')
  expect(lines.at(-2)).toContain('The run has ended')
})

test('frames of another family are not drawn as if they were mixtures', () => {
  const frame = { step: 3, signals: { 'generator.weights': [1, 2] } }
  const text = show(160, 50, { ...view, frame, history: [frame] })
  expect(text).toContain('these frames tell no densities')
  expect(text).toContain('these frames tell no parameters')
  expect(text).toContain('these frames tell no two parameters')
})

test('a critic without intervals is drawn as a curve with its least and greatest value', () => {
  const text = show(160, 50, strangersStory)
  expect(text).toContain('╌ D 0.019..1.0')
  expect(text).toContain('D centre')
  expect(text).not.toContain('D intervals')
})

test('numbers that are not finite draw nothing and break nothing', () => {
  const odd = {
    step: 3000,
    signals: Object.fromEntries(
      Object.entries(story.frame!.signals).map(([name, value]) => [
        name,
        typeof value === 'number' ? NaN : value.map((_, k) => (k === 0 ? NaN : Infinity)),
      ]),
    ),
  }
  for (const ui of uis) {
    const text = show(160, 50, { ...story, frame: odd, history: [...story.history, odd] }, ui)
    expect(text).toContain(ui.help ? 'keys' : ui.focus)
    expect(show(160, 50, { ...story, frame: odd, history: [odd] }, ui)).not.toContain('undefined')
  }
})

test('the selected event is in the picture, however old, and its evidence told in full when zoomed', () => {
  const ui: Ui = { ...firstUi, focus: 'events', selected: 3 }
  const row = show(80, 24, view, ui)
    .split('\n')
    .find((line) => line.startsWith('▸'))
  expect(row).toContain('200 oscillation')
  expect(show(80, 24, view, { ...ui, zoomed: true })).toContain('oscillation at step 200')
})

test('a filter hides the other events and says how many', () => {
  const ui: Ui = { ...firstUi, focus: 'events', filter: 'COLLAPSE', zoomed: true }
  const text = show(100, 30, view, ui)
  expect(text).toContain('29 hidden by /COLLAPSE')
  expect(text).toContain('800 mode-collapse')
  expect(text).not.toContain('oscillation since 10')
  expect(show(100, 30, view, { ...ui, filter: 'zebra' })).toContain('no event holds these letters')
})

test('y swaps linear and logarithmic axes; norms begin logarithmic', () => {
  const text = (logarithmic: boolean, focus: Ui['focus']) =>
    show(160, 50, story, { ...firstUi, logarithmic, focus, zoomed: true })
  expect(text(false, 'distances')).toContain('(linear)')
  expect(text(true, 'distances')).toContain('(log)')
  expect(text(false, 'gradients')).toContain('(log)')
  expect(text(true, 'gradients')).toContain('(linear)')
})

test('what is typed and answered stands at the foot', () => {
  const typing = { prompt: ':' as const, text: 'goto 4200' }
  expect(show(80, 24, view, { ...firstUi, typing })).toContain(':goto 4200█')
  const notice = { text: 'no such option', alarm: true }
  expect(show(80, 24, view, { ...firstUi, notice })).toContain('no such option')
  const long = { prompt: '/' as const, text: 'x'.repeat(90) + 'end' }
  expect(show(40, 12, view, { ...firstUi, typing: long })).toContain('end█')
})

test('every key of the help comes into sight by scrolling', () => {
  for (const [columns, rows] of [
    [40, 9],
    [80, 21],
  ] as const) {
    const last = lastHelpStart('', columns, rows)
    const told = Array.from({ length: last + 1 }, (_, from) =>
      helpLines('', columns, rows, from).map((line) => line.map(({ text }) => text).join('')),
    )
    for (const lines of told) expect(lines.length).toBeLessThanOrEqual(rows)
    const all = told.flat().join('\n')
    for (const { keys } of keyHelp) expect(all).toContain(` ${keys} `)
    expect(told.at(-1)![0]).toContain(`${last} above: arrows`)
    expect(helpLines('', columns, rows, 99)).toEqual(helpLines('', columns, rows, last))
  }
})

test('the help is narrowed by typing', () => {
  const text = show(80, 24, view, { ...firstUi, help: true, helpFilter: 'zoom' })
  expect(text).toContain('zoom the focused pane')
  expect(text).not.toContain('pause, go on')
})
