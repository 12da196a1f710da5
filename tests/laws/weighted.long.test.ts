import { test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { compare, expectEqualMeans, options } from './weighted-game.ts'

test('1000 members = 1000 alone with all of it at once, bit for bit', async () => {
  await compare(1000, options['mirrored, geometry mass, logits, sorted'])
})

test.each(Object.keys(registry.dynamics))(
  '%s, geometry mass: equal means of unequal weight stay equal',
  expectEqualMeans,
)
