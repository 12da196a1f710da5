import { testDetector, type DetectorSuite } from '@ganglion/testkit'
import { conform } from '@ganglion/testkit/vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** Growth counts from the size of the target's means on, where they are told. */
const told: Readonly<Record<string, DetectorSuite>> = {
  divergence: { optional: ['target.means'] },
}

for (const [name, load] of Object.entries(registry.detectors))
  conform(`detector ${name}`, testDetector((await load()) as never, told[name]))
