import { exact } from '@ganglion/kernels'
import { ownNumbers } from '@ganglion/sweep'
import { bareStep } from './bare-step.ts'
import { least } from './least.ts'
import { plannedSweep, side, timedSweep } from './timed-sweep.ts'

const repeats = 2
const sizes = [1024, 16_384]

/** A chunk of a sweep of so many members: ns a step and member of its bare kernels, and of all that a sweep is. */
interface Cost {
  readonly size: number
  readonly bare: number
  readonly whole: number
}

/** The kernels of the sweep's own first members, from their starts through all steps. */
async function bare(size: number): Promise<number> {
  const { groups } = await plannedSweep()
  const [group] = groups
  const { steps } = group!.plan
  const own = ownNumbers(group!, 0, size)
  const make = () => bareStep({ ...group!.plan, members: size }, { backend: exact, rate: 0.3, own })
  const warm = make()
  for (let k = 0; k < steps; k++) warm()
  let ns = Infinity
  for (let k = 0; k < repeats; k++) {
    const step = make()
    const play = (): void => {
      for (let s = 0; s < steps; s++) step()
    }
    ns = Math.min(ns, least(1, play, steps * size))
  }
  return ns
}

async function whole(size: number): Promise<number> {
  const { members, groups } = await plannedSweep(size)
  let ms = Infinity
  for (let k = 0; k < repeats; k++) ms = Math.min(ms, await timedSweep(1, size))
  return (ms * 1e6) / groups[0]!.plan.steps / members
}

/** The section of the page that sets whole sweeps beside their bare kernels. */
export async function sweepSection(): Promise<string[]> {
  const costs: Cost[] = []
  for (const size of sizes) {
    // Before and after: the machine may be slower for a while.
    const before = await bare(size)
    const all = await whole(size)
    const cost = { size, bare: Math.min(before, await bare(size)), whole: all }
    costs.push(cost)
    process.stderr.write(`sweep, chunks of ${size}: ${cost.whole.toFixed(1)} ns\n`)
  }
  const row = (name: string, cell: (cost: Cost) => string): string =>
    `| ${name} | ${costs.map(cell).join(' | ')} |`
  return [
    '### Whole sweeps',
    '',
    `li2017/fig3-regular on ${side} x ${side} cells of 120 members, 3000 steps: first-order steps, a frame at the start, in the middle`,
    'and at the end, two metrics and five detectors. `whole sweep` is one worker thread from the plan to the checksum of the',
    'table, its start, the chunks, the ledger and their fsyncs included; `bare kernel` the same steps of as many of its',
    `members with nothing around them. The least of ${repeats} repeats each, on the same core.`,
    '',
    `| | ${sizes.join(' | ')} members a chunk |`,
    `|---|${sizes.map(() => '--:|').join('')}`,
    row('ganglion, exact, bare kernel', (cost) => cost.bare.toFixed(1)),
    row('ganglion, exact, whole sweep', (cost) => cost.whole.toFixed(1)),
    row('bare / whole', (cost) => (cost.bare / cost.whole).toFixed(2)),
    '',
  ]
}
