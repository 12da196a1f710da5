import { testDynamics } from '@ganglion/testkit'
import { conform } from '@ganglion/testkit/vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

for (const [name, load] of Object.entries(registry.dynamics)) {
  const file = new URL(`../../plugins/dynamics/${name}/${name}.ts`, import.meta.url)
  conform(`dynamics ${name}`, testDynamics(await load(), { file }))
}
