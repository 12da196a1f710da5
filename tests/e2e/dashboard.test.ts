import { describe, expect, test } from 'vitest'
import { open, pause, screen, step, tmux, until, withoutTmux } from './npm-start.ts'

// Other sizes and keys are in dashboard.long.test.ts.
describe.skipIf(withoutTmux)('npm start in a terminal (needs tmux)', () => {
  test('moves, freezes, steps once, moves one player, leaves the terminal as it was', async () => {
    await open(100, 30)
    const first = step()
    await until(() => step() > first)
    tmux('send-keys', 'Space')
    await until(() => screen().includes('paused'))
    await pause(300)
    const frozen = step()
    await pause(500)
    expect(step()).toBe(frozen)
    tmux('send-keys', 's')
    await until(() => step() !== frozen)
    await pause(300)
    expect(step()).toBe(frozen + 1)
    tmux('send-keys', 'd')
    await until(() => screen().includes('only D moves'))
    tmux('send-keys', 'q')
    await until(() => screen().trimEnd().endsWith('ready>'))
    expect(tmux('display', '-p', '#{alternate_on} #{cursor_flag}').trim()).toBe('0 1')
  })

  test('at 40x12 the screen is whole', async () => {
    const [columns, rows] = [40, 12]
    await open(columns, rows)
    const drawn = screen().trimEnd().split('\n')
    expect(drawn.length).toBeLessThanOrEqual(rows)
    for (const line of drawn) expect(line.length).toBeLessThanOrEqual(columns)
    expect(screen()).toMatch(/target/)
    expect(screen()).toMatch(/q quit/)
    tmux('send-keys', 'q')
    await until(() => screen().includes('ready>'))
  })
})
