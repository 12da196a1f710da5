import { describe, expect, test } from 'vitest'
import { open, screen, step, tmux, until, withoutTmux } from './npm-start.ts'

describe.skipIf(withoutTmux)('npm start in a terminal (needs tmux)', () => {
  test('goes to a step, back from the beginning, takes another rate and another seed', async () => {
    await open(80, 24)
    tmux('send-keys', '-l', ':goto 700')
    tmux('send-keys', 'Enter')
    await until(() => step() === 700 && screen().includes('paused'))
    const there = screen().split('\n').slice(2, 20)
    tmux('send-keys', '-l', ':goto 650')
    tmux('send-keys', 'Enter')
    await until(() => step() === 650 && screen().includes('paused'))
    expect(screen().split('\n').slice(2, 20)).not.toEqual(there)
    tmux('send-keys', '-l', ':goto 700')
    tmux('send-keys', 'Enter')
    await until(() => step() === 700 && screen().includes('This is step 700'))
    // The same seed leads to the same picture of the densities.
    const densities = (lines: readonly string[]) => lines.map((line) => line.slice(0, 38))
    expect(densities(screen().split('\n').slice(2, 14))).toEqual(densities(there.slice(0, 12)))
    tmux('send-keys', '-l', ':set dynamics.generatorRate=0.05')
    tmux('send-keys', 'Enter')
    await until(() => screen().includes('dynamics.generatorRate = 0.05'))
    tmux('send-keys', '-l', ':set dynamics.generator=1')
    tmux('send-keys', 'Enter')
    await until(() => screen().includes('did you mean dynamics.generatorRate?'))
    tmux('send-keys', 'R')
    // Its start is given, so another seed plays it again, and the foot says so.
    await until(() => screen().includes('Seed 2 plays the same game') && step() > 0)
    expect(step()).toBeLessThan(650)
    tmux('send-keys', 'q')
    await until(() => screen().trimEnd().endsWith('ready>'))
  })

  test.each([
    [80, 24],
    [160, 50],
  ])('at %ix%i the screen is whole', async (columns, rows) => {
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
