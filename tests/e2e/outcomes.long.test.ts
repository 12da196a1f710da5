import { describe, expect, test } from 'vitest'
import { ganglion, lines } from './command.ts'

type Last = {
  final: Record<string, unknown[]>
  metrics: Record<string, number>
}

// fig1b is in command.test.ts.
describe('outcomes in JSON lines', () => {
  const begun = (out: string): unknown[] =>
    lines(out)
      .filter((l) => l['type'] === 'event')
      .map((l) => l['event'])

  test.each([
    ['fig1a', 'converged'],
    ['fig1c', 'converged'],
    ['fig1d', 'stalled'],
  ])('%s ends %s', (figure, outcome) => {
    const { code, out, err } = ganglion('run', `li2017/${figure}`, '--json')
    expect([code, err]).toEqual([0, ''])
    const all = lines(out)
    expect(all.every((l) => l['v'] === 1)).toBe(true)
    expect(all[0]).toMatchObject({ type: 'run.started', seed: 1 })
    const last = all.at(-1) as unknown as Last
    expect(last).toMatchObject({ type: 'run.finished', outcome })
    if (figure === 'fig1c') {
      expect(begun(out)).toEqual(['convergence'])
      expect(JSON.stringify(last.final)).toMatch(/"-?Infinity"/)
    }
    if (figure === 'fig1d') {
      expect(begun(out)).toEqual(
        expect.arrayContaining(['discriminator-collapse', 'vanishing-gradient']),
      )
      expect(last.metrics['l1']).toBeGreaterThan(0.1)
    }
  })
})
