import { observe } from '@ganglion/core'
import { renderToString } from 'ink'
import { expect, test } from 'vitest'
import { toyEvent, toyFrame } from './fixtures/toy-game.ts'
import { Tint } from './tinted.tsx'
import { Screen } from './screen.tsx'
import { blankView } from './view-store.ts'

const history = Array.from({ length: 200 }, (_, k) => observe(toyFrame(k * 10), 0))
const view = {
  ...blankView,
  state: 'running' as const,
  frame: history.at(-1)!,
  history,
  events: Array.from({ length: 30 }, (_, k) => toyEvent(k * 50 + 50)),
  verdict: { member: 0, state: 'oscillating' as const, since: 360, step: 1600 },
}

const show = (columns: number, rows: number, shown = view, help = false) =>
  renderToString(
    <Tint value={false}>
      <Screen view={shown} title="li2017/fig1b" steps={5000} {...{ help, columns, rows }} />
    </Tint>,
    { columns },
  )

for (const [columns, rows] of [
  [40, 12],
  [60, 40],
  [80, 24],
  [100, 30],
  [160, 50],
  [20, 6],
] as const) {
  for (const help of [false, true]) {
    test(`fits ${columns}x${rows}, help ${help}`, () => {
      const lines = show(columns, rows, view, help).split('\n')
      expect(lines.length).toBeLessThan(rows)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
    })
  }
}

test('at 40x12 state, verdict, step, curves, band and axis are all there, whole', () => {
  expect(show(40, 12)).toMatchInlineSnapshot(`
    "▶ running  oscillating since 360  both
    step 1990 / 5000  0/s of max
    ┄ target ─ generator ▒ D intervals ─────
    0.2┤             ⢀⠖⠋⠐ ⠁⠙⠢⡄
       │            ⡰⠉       ⠈⢶
       │          ⣠⠞           ⠱⣅
    0.0┤⣀⣀⣀⣀⣀⣀⣀⡠⠤⠊              ⠈⠙⠤⢄⣀⣀⣀⣀⣀⣀⣀⣀
      D│◂▒▒▒▒▒▒▒▒▒▒▒▒▒····▒▒▒▒▒▒············
       └───┬──────────────┬─────────────┬───
          -5              0             5
    ? keys  q quit"
  `)
})

test('without a frame it waits', () => {
  expect(show(100, 30, { ...view, frame: null, history: [], events: [] } as never)).toContain(
    'waiting for the first frame',
  )
})

test('frames of another family are not drawn as if they were mixtures', () => {
  const frame = { step: 3, signals: { 'generator.weights': [1, 2] } }
  const text = show(100, 30, { ...view, frame, history: [frame] } as never)
  expect(text).toContain('no densities in these frames')
  expect(text).toContain('no parameters in these frames')
})

test('numbers that are not finite draw nothing and break nothing', () => {
  const signals = {
    ...view.frame.signals,
    'generator.means': [NaN, Infinity],
    'discriminator.left': [NaN, 3],
  }
  const frame = { step: 3, signals }
  expect(show(80, 24, { ...view, frame, history: [...history, frame] })).toContain('target')
})
