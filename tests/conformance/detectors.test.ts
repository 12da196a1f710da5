import { testDetector, type DetectorSuite } from '@ganglion/testkit'
import { conform } from '@ganglion/testkit/vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

for (const [name, load] of Object.entries(registry.detectors)) {
  const file = new URL(`../../plugins/detectors/${name}/${name}.ts`, import.meta.url)
  const { conformance = {} } = (await import(file.href)) as { conformance?: DetectorSuite }
  conform(`detector ${name}`, testDetector((await load()) as never, conformance))
}
