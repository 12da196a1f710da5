import { exact } from '@ganglion/kernels'
import { ownNumbers } from '@ganglion/sweep'
import { bareStep } from '/tmp/lead/tests/bench/bare-step.ts'
import { plannedSweep } from '/tmp/lead/tests/bench/timed-sweep.ts'
const { groups } = await plannedSweep()
const [group] = groups
for (const size of [4096, 16384]) {
  const own = ownNumbers(group!, 0, size)
  const step = bareStep({ ...group!.plan, members: size }, { backend: exact, rate: 0.3, own })
  let best = Infinity
  for (let r = 0; r < 4; r++) {
    const t0 = performance.now()
    for (let s = 0; s < 3000; s++) step()
    best = Math.min(best, ((performance.now() - t0) * 1e6) / size / 3000)
  }
  console.log(size, best.toFixed(2))
}
