import { test } from 'vitest'
import { expectEachAlone } from './points-game.ts'

test('1000 members at once = 1000 alone, bit for bit, each against its own sphere', async () => {
  await expectEachAlone(1000)
})
