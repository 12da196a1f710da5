import { testMetric } from '@ganglion/testkit'
import { conform } from '@ganglion/testkit/vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

for (const [name, load] of Object.entries(registry.metrics))
  conform(`metric ${name}`, testMetric(await load()))
