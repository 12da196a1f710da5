import { describe, expect, test, vi } from 'vitest'
import { keysAt, open, screen, soon, told } from './fixtures/keys-at.ts'
import { withoutTmux } from './fixtures/terminal.ts'

// A smaller size, and resizing, are in terminal-keys.long.test.ts.
describe.skipIf(withoutTmux)('at 80x24', () => keysAt(80, 24))

describe.skipIf(withoutTmux)('in a terminal', () => {
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
