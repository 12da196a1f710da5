import { describe, expect, test, vi } from 'vitest'
import { keysAt, open, screen, soon } from './fixtures/keys-at.ts'
import { withoutTmux } from './fixtures/terminal.ts'

describe.skipIf(withoutTmux)('at 40x12', () => keysAt(40, 12))

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
})
