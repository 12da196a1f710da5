import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toyEvent } from './fixtures/toy-game.ts'
import type { Scene } from './command-line.ts'
import { keyHelp } from './help-page.ts'
import type { KeyName, Stroke } from './stroke.ts'
import { press } from './ui-reducer.ts'
import { firstUi, paneNames, type Ui } from './ui.ts'
import { blankView } from './view-store.ts'
import type { View } from './feed.ts'
import type { Wish } from './wish.ts'

const playing: View = {
  ...blankView,
  state: 'running',
  frame: { step: 900, signals: {} },
  seed: 7,
  options: { 'dynamics.generatorRate': 0.1, 'dynamics.discriminatorRate': 0.3 },
  events: [400, 800, 1200].map(toyEvent),
}
const ended: View = { ...playing, ending: { outcome: 'exhausted', steps: 1300, error: null } }

const keyNames: readonly KeyName[] = [
  'enter',
  'escape',
  'tab',
  'backtab',
  'erase',
  'up',
  'down',
  'page up',
  'page down',
  'interrupt',
  'erase line',
  'erase word',
]

/** `:set<enter>` and the like as strokes: names of keys stand in angle brackets. */
function strokes(text: string): Stroke[] {
  return (text.match(/<[a-z ]+>|[^]/gu) ?? []).map((part) => {
    const name = keyNames.find((known) => `<${known}>` === part)
    return name ? { type: 'key', name } : { type: 'letter', text: part }
  })
}

function after(text: string, view: View = playing, from: Ui = firstUi, window?: Scene['window']) {
  const wishes: Wish[] = []
  const scene: Scene = { view, steps: 5000, ...(window ? { window } : {}) }
  const ui = strokes(text).reduce((now, stroke) => {
    const next = press(stroke, now, scene)
    wishes.push(...next.wishes)
    return next.ui
  }, from)
  const sent = wishes.flatMap((wish) => (wish.type === 'send' ? [wish.command] : []))
  return { ui, wishes, sent, said: ui.notice?.text ?? '', alarm: ui.notice?.alarm ?? false }
}

test('keys of the game', () => {
  expect(after(' ').sent).toEqual([{ type: 'pause' }])
  expect(after(' ', { ...playing, state: 'paused' }).sent).toEqual([{ type: 'resume' }])
  expect(after('ss').sent).toEqual([{ type: 'step' }, { type: 'step' }])
  expect(after('dg').sent).toEqual([
    { type: 'only', player: 'discriminator' },
    { type: 'only', player: 'generator' },
  ])
  expect(after('d', { ...playing, only: 'discriminator' }).sent).toEqual([
    { type: 'only', player: null },
  ])
  expect(after('S').sent).toEqual([{ type: 'step', count: 10 }])
  expect(after(':round 50<enter>S').sent).toEqual([{ type: 'step', count: 50 }])
  expect(after('r').sent).toEqual([{ type: 'restart' }])
  expect(after('R').sent).toEqual([{ type: 'restart', seed: 8 }])
  expect(after('R', { ...playing, seed: null })).toMatchObject({ sent: [], alarm: true })
})

test('the pace doubles up to no limit and halves from what is measured', () => {
  const pace = (key: string, wanted: number | null, speed = 0) =>
    after(key, { ...playing, pace: wanted, speed }).sent
  expect(pace('+', 100)).toEqual([{ type: 'pace', stepsPerSecond: 200 }])
  expect(pace('+', 800_000)).toEqual([{ type: 'pace', stepsPerSecond: null }])
  expect(pace('+', null)).toEqual([])
  expect(pace('-', null, 12_345)).toEqual([{ type: 'pace', stepsPerSecond: 6000 }])
  expect(pace('-', 0.2)).toEqual([{ type: 'pace', stepsPerSecond: 0.125 }])
  expect(pace('-', 0.125)).toEqual([])
})

test('a run that has ended refuses in words and can begin again', () => {
  for (const key of [' ', 's', 'S', 'd', 'g', '+', '-'])
    expect(after(key, ended)).toMatchObject({
      sent: [],
      alarm: true,
      said: expect.stringContaining('r begins'),
    })
  expect(after('r', ended).sent).toEqual([{ type: 'restart' }])
  expect(after(':set dynamics.generatorRate=1<enter>', ended).sent).toEqual([])
  expect(after(':pace 3<enter>', ended).sent).toEqual([])
  expect(after(':goto 1301<enter>', ended)).toMatchObject({ sent: [], alarm: true })
  expect(after(':goto 100<enter>', ended).sent).toEqual([{ type: 'goto', step: 100 }])
})

test('panes: digits, Tab both ways around, zoom, axes', () => {
  paneNames.forEach((name, at) => expect(after(`${at + 1}`).ui.focus).toBe(name))
  expect(after('<tab>').ui.focus).toBe(paneNames[1])
  expect(after('<backtab>').ui.focus).toBe(paneNames.at(-1))
  expect(after('<backtab><tab>').ui.focus).toBe(paneNames[0])
  expect(after('3z').ui).toMatchObject({ focus: 'distances', zoomed: true })
  expect(after('zz').ui.zoomed).toBe(false)
  expect(after('z<escape>').ui.zoomed).toBe(false)
  for (const digit of ['3', '4', '8']) {
    expect(after(`${digit}y`).ui.logarithmic).toBe(true)
    expect(after(`${digit}yy`).ui.logarithmic).toBe(false)
  }
  expect(after('1y')).toMatchObject({
    ui: { logarithmic: false },
    said: 'y is for the panes 3 distances, 4 gradients, 8 eigenvalues: focus one of them by its digit.',
    alarm: true,
  })
  expect(after('9')).toMatchObject({
    alarm: true,
    said: expect.stringContaining('? shows the keys'),
  })
})

test('y changes every pane that is to be seen, whichever has the focus', () => {
  const large = { columns: 160, rows: 50 }
  expect(after('1y', playing, firstUi, large).ui.logarithmic).toBe(true)
  expect(after('1zy', playing, firstUi, large).alarm).toBe(true)
})

test('events: from the newest back, never around the end', () => {
  expect(after('E').ui.selected).toBe(2)
  expect(after('EE').ui.selected).toBe(1)
  expect(after('EE').said).toMatch(/^Step 800: mode-collapse since 760/)
  expect(after('EEEE')).toMatchObject({ ui: { selected: 0 }, alarm: true })
  expect(after('Ee')).toMatchObject({ ui: { selected: 2 }, alarm: true })
  expect(after('EEe').ui.selected).toBe(2)
  expect(after('E<escape>').ui.selected).toBeNull()
  expect(after('e', { ...playing, events: [] })).toMatchObject({
    alarm: true,
    ui: { selected: null },
  })
})

test('a filter hides events from e and E too', () => {
  expect(after('/MODE<enter>E').ui).toMatchObject({ filter: 'MODE', selected: 1 })
  expect(after('/MODE<enter>EE')).toMatchObject({ alarm: true })
  expect(after('/mode').ui).toMatchObject({ filter: 'mode', typing: { prompt: '/', text: 'mode' } })
  expect(after('/mode<escape>').ui).toMatchObject({ filter: '', typing: null })
  expect(after('/mode<erase><erase>').ui.filter).toBe('mo')
  expect(after('/mode<enter><escape>').ui.filter).toBe('')
  expect(after('/none<enter>')).toMatchObject({ alarm: true, ui: { filter: 'none' } })
})

test('while typing, letters are text', () => {
  const { ui, wishes } = after(':qsdgrRw +-z?/:1')
  expect(ui.typing).toEqual({ prompt: ':', text: 'qsdgrRw +-z?/:1' })
  expect(wishes).toEqual([])
  expect(after(':abc<erase>').ui.typing?.text).toBe('ab')
  expect(after(':set a.b<erase word>').ui.typing?.text).toBe('set a.')
  expect(after(':abc<erase line>').ui.typing?.text).toBe('')
  expect(after(':<erase>').ui.typing).toBeNull()
  expect(after(':abc<escape>').ui.typing).toBeNull()
  expect(after(':abc<interrupt>').wishes).toEqual([{ type: 'quit' }])
})

test('help is narrowed by typing and left by Esc or another ?', () => {
  expect(after('?').ui).toMatchObject({ help: true, helpFilter: '' })
  expect(after('?quit').ui).toMatchObject({ help: true, helpFilter: 'quit' })
  expect(after('?quit<enter>').wishes).toEqual([])
  expect(after('?quit<escape>').ui).toMatchObject({ help: false, helpFilter: '', typing: null })
  expect(after('??').ui).toMatchObject({ help: false, typing: null })
  expect(after(':help event<enter>').ui).toMatchObject({ help: true, helpFilter: 'event' })
})

test('the help scrolls as far as there is something to see', () => {
  const from = (keys: string): number => after(keys).ui.helpFrom
  expect(from('?<down><down><up>')).toBe(1)
  expect(from('?<up>')).toBe(0)
  const last = from('?<page down><page down><page down><page down>')
  expect(last).toBeGreaterThan(2)
  expect(last).toBeLessThan(keyHelp.length - 5)
  expect(from('?<page down><page down><page down><page down><up>')).toBe(last - 1)
  expect(from('?<page down>q')).toBe(0)
  expect(from('?<down><escape>')).toBe(0)
  expect(after(':<page down>').ui).toMatchObject({ helpFrom: 0, typing: { prompt: ':' } })
})

test('candidates are told while the line is typed on', () => {
  const { ui, said } = after(':set <tab>')
  expect(said).toBe('dynamics.generatorRate  dynamics.discriminatorRate')
  expect(ui.typing?.text).toBe('set dynamics.')
  expect(after(':set dynamics.<tab>').said).toBe(said)
  expect(after(':set dynamics.<tab>g').said).toBe('')
})

test('who goes back in time hears that options are as in the plan', () => {
  expect(after(':goto 100<enter>').said).toContain('options are as in the plan')
  expect(after(':goto 1000<enter>').said).not.toContain('plan')
})

test('pasted text is a text or nothing', () => {
  const scene = { view: playing, steps: 5000 }
  const paste: Stroke = { type: 'paste', text: 'goto 5\nq\u001b' }
  expect(press(paste, firstUi, scene)).toMatchObject({
    wishes: [],
    ui: { notice: { alarm: true } },
  })
  expect(press(paste, after(':').ui, scene).ui.typing?.text).toBe('goto 5 q ')
  const long: Stroke = { type: 'paste', text: 'x'.repeat(501) }
  expect(press(long, after(':').ui, scene).ui).toMatchObject({
    typing: { text: '' },
    notice: { alarm: true },
  })
})

test('command lines are recalled, older and newer', () => {
  const spoken = after(':pace 5<enter>:pace 6<enter>:pace 6<enter>').ui
  expect(spoken.spoken).toEqual(['pace 5', 'pace 6'])
  const text = (keys: string) => after(keys, playing, spoken).ui.typing?.text
  expect(text(':<up>')).toBe('pace 6')
  expect(text(':<up><up>')).toBe('pace 5')
  expect(text(':<up><up><up>')).toBe('pace 5')
  expect(text(':<up><up><down>')).toBe('pace 6')
  expect(text(':<up><down>')).toBe('')
  expect(text(':<down>')).toBe('')
})

const stroke: fc.Arbitrary<Stroke> = fc.oneof(
  fc.constantFrom(...keyNames).map((name): Stroke => ({ type: 'key', name })),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 1 })
    .map((text): Stroke => ({ type: 'letter', text })),
  fc
    .constantFrom(...Array.from(' sSdg+-1234567zyeE/:?rRwq=.'))
    .map((text): Stroke => ({ type: 'letter', text })),
  fc
    .constantFrom(
      'set ',
      'goto 12',
      'pace ',
      'theme mono',
      'dynamics.generatorRate=1',
      '\u001b[200~\r',
    )
    .map((text): Stroke => ({ type: 'paste', text })),
)

test('whatever is typed, nothing throws and the choices stay valid', () => {
  fc.assert(
    fc.property(
      fc.array(stroke, { maxLength: 60 }),
      fc.constantFrom(playing, ended, blankView),
      (all, view) => {
        let ui = firstUi
        for (const one of all) {
          const next = press(one, ui, { view, steps: 5000 })
          ui = next.ui
          for (const wish of next.wishes) if (wish.type === 'send') checkCommand(wish)
          expect(paneNames).toContain(ui.focus)
          expect(ui.help).toBe(ui.typing?.prompt === '?')
          expect(ui.selected === null || ui.selected < view.events.length).toBe(true)
          expect(ui.recalled === null || ui.recalled < ui.spoken.length).toBe(true)
          expect(Number.isSafeInteger(ui.round) && ui.round >= 1).toBe(true)
          expect(ui.typing?.text ?? '').toMatch(/^\P{Cc}{0,500}$/u)
          expect(ui.spoken.length).toBeLessThanOrEqual(100)
        }
      },
    ),
    { numRuns: 500 },
  )
})

function checkCommand({ command }: Wish & { readonly type: 'send' }): void {
  if (command.type === 'goto') expect(command.step).toBeLessThanOrEqual(5000)
  if (command.type === 'set') expect(Number.isFinite(command.value)).toBe(true)
  if (command.type === 'pace' && command.stepsPerSecond !== null)
    expect(command.stepsPerSecond).toBeGreaterThan(0)
}
