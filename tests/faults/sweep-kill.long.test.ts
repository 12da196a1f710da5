import { stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { runsIn, small, tableOf } from './sweep-runs.ts'

const { play, begin, ledger } = runsIn()
const { out } = play(...small, '-o', 'whole', '-j', '1', '--json')
const table = tableOf(out)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test.each([1, 2])(
  'killed with -9 twenty times at random moments, %i workers: the same table',
  async (jobs) => {
    const name = `killed-${jobs}`
    const random = stream(jobs, 'kills')
    let kills = 0
    for (let k = 0; kills < 20; k++) {
      // Each time a fresh run, or what the last kill left: whichever is not finished.
      const run = `${name}-${Math.floor(k / 4)}`
      const args = ledger(run).length === 0 ? [...small, '-o', run] : ['resume', run]
      const process = begin(...args, '-j', String(jobs), '--json')
      await process.says('sweep.started')
      await pause(random.uniform(k, 0) * 600)
      process.child.kill('SIGKILL')
      if ((await process.ended).signal === 'SIGKILL') kills++
      else expect(tableOf(process.out)).toBe(table)
    }
    for (let k = 0; ledger(`${name}-${k}`).length > 0; k++) {
      const { code, out: resumed } = play('resume', `${name}-${k}`, '-j', String(jobs), '--json')
      expect([code, tableOf(resumed)]).toEqual([0, table])
    }
  },
)
