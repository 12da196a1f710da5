import { javascript, type Backend } from '@ganglion/calculus'
import type { Plan } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { exact, fast } from '@ganglion/kernels'
import { prepare } from 'ganglion'
import { bareStep } from './bare-step.ts'
import { least, manyRepeats } from './least.ts'
import type { Way } from './way.ts'

const random = ['discriminator.initial=random', 'generator.initial=random']
const bare = ['metrics=[]', 'detectors=[]']

const planOf = (members: number, dynamics: object, steps = 1, profile = 'exact'): Promise<Plan> =>
  prepare('li2017/fig1a', {
    members,
    steps,
    set: [
      ...random,
      ...bare,
      `every=${steps}`,
      `profile=${profile}`,
      `dynamics=${JSON.stringify(dynamics)}`,
    ],
  })

const simultaneous = { plugin: 'simultaneous', generatorRate: 0.1, discriminatorRate: 0.1 }
const unrolled = { ...simultaneous, plugin: 'unrolled', steps: 5 }
const best = { plugin: 'best-response', generatorRate: 0.1 }

/** One step of the kernels alone: no script, no actors, no frames. */
async function kernels(members: number, backend: Backend, ahead: number): Promise<number> {
  const plan = await planOf(members, simultaneous)
  const step = bareStep(plan, { backend, rate: 0.1, ahead })
  const steps = Math.max(2, Math.round(3e4 / (members + 100) / (ahead + 1)))
  for (let k = 0; k < Math.max(steps, Math.min(2000, 1e6 / members)); k++) step()
  const round = (): void => {
    for (let k = 0; k < steps; k++) step()
  }
  return least(manyRepeats, round, steps * members)
}

/** Time after which a whole game is not repeated any more, in ms. */
const enough = 2000

/** A step of whole games: actors, rounds, the statechart, the last frame. */
async function game(members: number, dynamics: object, share: number): Promise<number> {
  const steps = Math.max(40, Math.round((4e5 / (members + 100)) * share))
  const plan = await planOf(members, dynamics, steps)
  const begun = performance.now()
  let ns = Infinity
  for (let k = 0; k < 20 && (k < 3 || performance.now() - begun < enough); k++) {
    const run = createExperiment(plan)
    let start = 0
    run.state$.subscribe((state) => state === 'running' && (start = performance.now()))
    const { error } = await run.done
    if (error) throw error
    ns = Math.min(ns, ((performance.now() - start) * 1e6) / steps / members)
  }
  return ns
}

/** All that is ours, for so many members. */
export function games(members: number): Way[] {
  const way = (work: string, who: string, measure: Way['measure']): Way => ({
    work,
    members,
    who,
    measure,
  })
  const first = 'first-order step'
  const ahead = 'unrolled by 5'
  return [
    way(first, 'ganglion, exact', () => kernels(members, exact, 0)),
    way(first, 'ganglion, fast', () => kernels(members, fast, 0)),
    way(first, 'ganglion, exact, with actors', () => game(members, simultaneous, 1)),
    way(first, 'ganglion, compiled JavaScript', () => kernels(members, javascript, 0)),
    way(ahead, 'ganglion, exact', () => kernels(members, exact, 5)),
    way(ahead, 'ganglion, fast', () => kernels(members, fast, 5)),
    way(ahead, 'ganglion, exact, with actors', () => game(members, unrolled, 0.2)),
    way('best response', 'ganglion, exact', () => game(members, best, 0.05)),
  ]
}
