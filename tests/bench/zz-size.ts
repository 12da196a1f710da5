import { exact } from '@ganglion/kernels'
import { prepare } from 'ganglion'
import { layTable } from '../../packages/engine/src/table.ts'
const members = Number(process.argv[2] ?? 1)
const game = {
  target: { kind: 'ring', points: 4, radius: 1 },
  generator: { plugin: 'points', points: 4, dimensions: 2 },
  discriminator: { plugin: 'kernel', capacity: 8192, dimensions: 2 },
  dynamics: { plugin: 'simultaneous', generatorRate: 1e-3, discriminatorRate: 1e-3 },
  objective: 'mean-difference',
  optimizer: 'sgd',
  steps: 1,
}
const plan = await prepare(game, { members })
const { generator, discriminator } = layTable(plan, {
  backend: exact,
  own: {},
  firstMember: 0,
  poison: false,
  extent: 'read',
} as any)
const st = (discriminator.player as any).state
const numbers = exact.allocate(members).fill(1e-3)
const rate = {
  type: 'rate',
  option: 'rate',
  block: { cells: 1, members, layout: 'lanes', numbers },
} as any
const step = () => {
  const { ascent, critique } = discriminator.respond(generator.measure({ draw: 0 } as any), {
    after: { steps: 0, rate },
  } as any)
  generator.descend(critique, rate)
  generator.recycle()
  discriminator.recycle()
}
for (const used of [10, 70, 100, 120, 150, 200, 300, 400, 600, 1200, 3000]) {
  st.used.numbers.fill(used)
  const t = performance.now()
  step()
  const a = performance.now()
  for (let k = 0; k < 50; k++) step()
  const b = performance.now()
  for (let k = 0; k < 2000; k++) step()
  const c = performance.now()
  for (let k = 0; k < 2000; k++) step()
  const d = performance.now()
  console.log(
    used,
    'first',
    (a - t).toFixed(2),
    'ms; next 50',
    (((b - a) / 50) * 1e3).toFixed(1),
    'us; then',
    (((d - c) / 2000) * 1e3).toFixed(1),
  )
}
