import { exact, fast } from '@ganglion/kernels'
import { javascript } from '@ganglion/calculus'
import { prepare } from 'ganglion'
import { layTable } from '../../packages/engine/src/table.ts'
import { least } from './least.ts'
import { historySteps } from './rivals/history.ts'
const used = Number(process.argv[2] ?? 248),
  members = Number(process.argv[3] ?? 1)
const backend = ({ exact, fast, javascript } as any)[process.argv[4] ?? 'exact']
const game = {
  target: { kind: 'ring', points: 4, radius: 1 },
  generator: { plugin: 'points', points: 4, dimensions: 2 },
  discriminator: { plugin: 'kernel', capacity: 512, dimensions: 2 },
  dynamics: { plugin: 'simultaneous', generatorRate: 1e-3, discriminatorRate: 1e-3 },
  objective: 'mean-difference',
  optimizer: 'sgd',
  steps: 1,
}
const plan = await prepare(game, { members })
const { generator, discriminator } = layTable(plan, {
  backend,
  own: {},
  firstMember: 0,
  poison: false,
  extent: 'read',
} as any)
const st = (discriminator.player as any).state
for (let m = 0; m < members; m++) {
  for (let h = 0; h < used; h++) {
    st.atoms.numbers[2 * h * members + m] = Math.cos(1.3 * h) * 1.1
    st.atoms.numbers[(2 * h + 1) * members + m] = Math.sin(1.3 * h) * 1.1
    st.coefficients.numbers[h * members + m] = Math.sin(2.1 * h) * 1e-3
  }
  st.used.numbers[m] = used
}
const numbers = backend.allocate(members).fill(1e-3)
const rate = {
  type: 'rate',
  option: 'rate',
  block: { cells: 1, members, layout: 'lanes', numbers },
} as any
const step = () => {
  const { ascent, critique } = discriminator.respond(generator.measure({ draw: 0 } as any), {
    after: { steps: 0, rate },
  } as any)
  if (!process.env.STILL) discriminator.ascend(ascent, rate)
  generator.descend(critique, rate)
  generator.recycle()
  discriminator.recycle()
}
const round = () => {
  for (let k = 0; k < 400; k++) step()
}
round()
const mine = least(Number(process.argv[5] ?? 20), round, 400 * members)
const play = historySteps(256)
play(400)
const his = least(20, () => play(400), 400)
console.log('used', st.used.numbers[0], mine.toFixed(0), his.toFixed(0), (his / mine).toFixed(2))
