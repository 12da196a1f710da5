import { expect, test } from 'vitest'
import { commandNames, speak } from './command-line.ts'
import { complete } from './completion.ts'
import { keyHelp } from './help-page.ts'
import { firstUi } from './ui.ts'
import { blankView } from './view-store.ts'

const view = {
  ...blankView,
  frame: { step: 900, signals: {} },
  options: { 'dynamics.generatorRate': 0.1, 'dynamics.discriminatorRate': 0.3 },
}
const said = (line: string) => speak(line, firstUi, { view, steps: 5000 })
const sent = (line: string) => said(line).wishes
const refused = (line: string) => {
  const { ui, wishes } = said(line)
  expect(wishes).toEqual([])
  expect(ui.notice?.alarm).toBe(true)
  return ui.notice!.text
}
const command = (of: object) => [{ type: 'send', command: of }]

test.each([
  ['set dynamics.generatorRate=0.05', { type: 'set', path: 'dynamics.generatorRate', value: 0.05 }],
  [
    'set dynamics.generatorRate = -1e-3',
    { type: 'set', path: 'dynamics.generatorRate', value: -0.001 },
  ],
  ['set dynamics.generatorRate 2', { type: 'set', path: 'dynamics.generatorRate', value: 2 }],
  ['goto 4200', { type: 'goto', step: 4200 }],
  ['  goto   0  ', { type: 'goto', step: 0 }],
  ['restart', { type: 'restart' }],
  ['restart 12', { type: 'restart', seed: 12 }],
  ['pace 100', { type: 'pace', stepsPerSecond: 100 }],
  ['pace max', { type: 'pace', stepsPerSecond: null }],
  ['pa 0.5', { type: 'pace', stepsPerSecond: 0.5 }],
])(':%s is sent', (line, expected) => {
  expect(sent(line)).toEqual(command(expected))
})

test('commands of the screen', () => {
  expect(sent('q')).toEqual([{ type: 'quit' }])
  expect(sent('save')).toEqual([{ type: 'save', name: null }])
  expect(sent('save before.svg')).toEqual([{ type: 'save', name: 'before' }])
  expect(said('round 50').ui.round).toBe(50)
  expect(said('theme mono').ui.theme).toBe('mono')
  expect(said('help zoom').ui).toMatchObject({ help: true, helpFilter: 'zoom' })
  expect(said('')).toEqual({ ui: firstUi, wishes: [] })
})

test.each([
  ['set dynamics.generatorRat=1', 'did you mean dynamics.generatorRate?'],
  ['set zzz=1', 'known: dynamics.generatorRate, dynamics.discriminatorRate'],
  ['set __proto__=1', 'No option __proto__'],
  ['set', ':set takes an option and a number'],
  ['set dynamics.generatorRate=', 'got nothing'],
  ['set dynamics.generatorRate=fast', 'got fast'],
  ['set dynamics.generatorRate=Infinity', 'a finite number, got Infinity'],
  ['goto 5001', 'from 0 to 5000, got 5001'],
  ['goto -1', 'got -1'],
  ['goto 1.5', 'got 1.5'],
  ['goto', 'got nothing'],
  ['restart -1', 'whole number'],
  ['pace 0', 'steps a second, or max, got 0'],
  ['round 0', 'got 0'],
  ['theme pink', 'colour-blind-safe, mono'],
  ['save ../up', 'takes a name of letters'],
  ['save .hidden', 'takes a name of letters'],
  ['save a/b', 'takes a name of letters'],
  ['foo', 'There is no command :foo; known: set, goto,'],
  ['gotoo 3', 'did you mean goto?'],
  ['r', 'There is no command :r'],
  ['constructor', 'There is no command :constructor'],
])(':%s is refused', (line, reason) => {
  expect(refused(line)).toContain(reason)
})

test('Tab completes names, options and the value that an option has', () => {
  const text = (line: string) => complete(line, view).text
  expect(text('se')).toBe('set ')
  expect(text('g')).toBe('goto ')
  expect(complete('r', view)).toEqual({ text: 'r', choices: ['restart', 'round'] })
  expect(complete('set ', view)).toEqual({
    text: 'set dynamics.',
    choices: Object.keys(view.options),
  })
  expect(text('set dynamics.g')).toBe('set dynamics.generatorRate=')
  expect(text('set dynamics.generatorRate=')).toBe('set dynamics.generatorRate=0.1')
  expect(text('theme m')).toBe('theme mono')
  expect(complete('goto 4', view)).toEqual({ text: 'goto 4', choices: [] })
  expect(complete('', view).choices).toEqual(commandNames)
})

test('the help knows every command', () => {
  const told = keyHelp.map(({ keys }) => keys)
  for (const name of commandNames) expect(told).toContain(`:${name}`)
})
