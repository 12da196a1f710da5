import { expect, test } from 'vitest'
import { bitsOf, play } from './game.ts'
import { planIn10, targetBits } from './points-game.ts'

test('1000 members at once = 1000 alone, bit for bit, each against its own sphere', async () => {
  const members = 1000
  const together = await play(await planIn10({ members }))
  const one = await planIn10()
  for (let member = 0; member < members; member++) {
    const alone = await play(one, { firstMember: member })
    expect(targetBits(alone.final, 0)).toBe(targetBits(together.final, member))
    expect(bitsOf(alone.final, 0), `member ${member}`).toBe(bitsOf(together.final, member))
  }
  const targets = Array.from({ length: members }, (_, m) => targetBits(together.final, m))
  expect(new Set(targets).size).toBe(members)
}, 600_000)
