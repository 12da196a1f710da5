import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { terminal, withoutTmux } from './fixtures/terminal.ts'

const soon = { timeout: 20_000, interval: 50 }
const told = (what: string | RegExp) => vi.waitFor(() => expect(screen.text()).toMatch(what), soon)

let screen: ReturnType<typeof terminal>
afterEach(() => screen.end())

/** Opens a toy game of many steps in a window of a size, and lets it rest. */
async function open(columns: number, rows: number, steps = 100_000, pace = 400): Promise<void> {
  screen = terminal(columns, rows)
  screen.start(steps, pace)
  await vi.waitFor(() => expect(screen.step()).toBeGreaterThan(20), soon)
}

/** Types a line after `:`, as a person does. */
const line = (text: string) => {
  screen.keys('-l', `:${text}`)
  screen.keys('Enter')
}

describe.skipIf(withoutTmux).each([
  [80, 24],
  [40, 12],
])('at %ix%i', (columns, rows) => {
  const whole = () => {
    const lines = screen.text().trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(rows)
    for (const one of lines) expect(one.length).toBeLessThanOrEqual(columns)
  }

  test('goes to a step, forwards and from the beginning, and begins anew', async () => {
    await open(columns, rows)
    line('goto 4321')
    await told(/step\s+4321\b/)
    await told('paused')
    await told('This is step 4321')
    line('goto 1234')
    await told('past: begun')
    await told(/step\s+1234\b/)
    await told('paused')
    line('goto 100001')
    await told(/:goto takes a step/)
    screen.keys('R')
    await told(/seed 2/)
    await vi.waitFor(() => expect(screen.step()).toBeLessThan(1234), soon)
    await told('running')
    screen.keys('r')
    await told(/seed 2/)
    whole()
  })

  test('sets an option, refuses what it cannot, completes and recalls', async () => {
    await open(columns, rows)
    line('set dynamics.generatorRate=0.05')
    await told(/generatorRate = 0\.05/)
    line('set dynamics.generatorRat=0.05')
    await told(/No option/)
    screen.keys('-l', ':se')
    screen.keys('Tab', 'd', 'Tab')
    await told(/set dynamics\.generatorRate=█/)
    screen.keys('C-u', 'Up', 'Up')
    await told(/set dynamics\.generatorRate=0\.05█/)
    screen.keys('Escape')
    await vi.waitFor(() => expect(screen.foot()).toContain('? keys'), soon)
    line('nonsense')
    await told(/no command :nonsense/)
    whole()
  })

  test('zooms, walks through events, filters them', async () => {
    await open(columns, rows)
    line('goto 1700')
    await told('This is step 1700')
    screen.keys('7', 'z')
    await told(/7 events/)
    await told(/1600 mode-collapse/)
    screen.keys('E', 'E')
    await told(/Step 1200: oscill/)
    screen.keys('-l', '/mode')
    screen.keys('Enter')
    await told(/2 of 4 events hold mode/)
    expect(screen.text()).not.toContain('1200 oscillation')
    screen.keys('E')
    await told(/Step 800: mode/)
    screen.keys('E')
    await told('This is the first event')
    whole()
    screen.keys('/')
    await told('/█')
    screen.keys('Escape')
    await vi.waitFor(() => expect(screen.foot()).toContain('? keys'), soon)
    screen.keys('z')
    await vi.waitFor(() => expect(screen.foot()).toContain('z zoom'), soon)
  })

  test('the help is narrowed by typing', async () => {
    await open(columns, rows)
    screen.keys('?')
    await told('pause, go on')
    screen.keys('-l', 'quit')
    await told('Ctrl-C')
    await vi.waitFor(() => expect(screen.text()).not.toContain('pause, go on'), soon)
    whole()
    screen.keys('Escape')
    await vi.waitFor(() => expect(screen.text()).not.toContain('Ctrl-C'), soon)
    screen.keys('Space')
    await told('paused')
  })

  test('saves what is on the screen, never over another file', async () => {
    await open(columns, rows)
    line('goto 500')
    await told('This is step 500')
    const shown = screen.text().split('\n')
    screen.keys('w')
    await told(/Saved frame-500\.txt/)
    const saved = readFileSync(join(screen.folder, 'frame-500.txt'), 'utf8').split('\n')
    // The foot tells something else by now.
    expect(saved.slice(0, rows - 2)).toEqual(shown.slice(0, rows - 2))
    expect(readFileSync(join(screen.folder, 'frame-500.svg'), 'utf8')).toMatch(/^<svg /)
    screen.keys('w')
    await told(/Saved frame-500-2\.txt/)
    line('save ../up')
    await told(/:save takes a name/)
    line('save before')
    await told(/Saved before\.txt/)
    expect(readdirSync(screen.folder)).toContain('before.svg')
  })
})

describe.skipIf(withoutTmux)('in a terminal', () => {
  test('is resized while it runs, at full speed, and stays whole', async () => {
    await open(100, 30, 1e9, 0)
    for (const [columns, rows] of [
      [40, 12],
      [160, 50],
      [61, 17],
      [80, 24],
    ] as const) {
      screen.resize(columns, rows)
      await vi.waitFor(() => {
        const lines = screen.text().trimEnd().split('\n')
        expect(lines.length).toBe(rows - 1)
        expect(lines[0]).toMatch(/running/)
        expect(lines.at(-1)).toMatch(/\? keys/)
        expect(Math.max(...lines.map((text) => text.length))).toBeGreaterThan(columns - 6)
      }, soon)
    }
  })

  test('pasted text is typed, not obeyed; an unknown sequence is nothing', async () => {
    await open(100, 30)
    screen.keys('-l', '\u001b[200~qqq\u001b[201~')
    await told(/pasted is taken only/)
    screen.keys('-l', ':')
    screen.keys('-l', '\u001b[200~goto 30\nq\u001b[201~')
    await told(/:goto 30 q█/)
    screen.keys('-l', '\u001b[99~')
    screen.keys('Escape')
    await vi.waitFor(() => expect(screen.foot()).toContain('? keys'), soon)
    screen.keys('q')
    await told('rc=0')
  })
})
