export { BlackBox, type Phase, type Spot } from './black-box.ts'
export { catchOutput } from './catch-output.ts'
export {
  ContainedThread,
  limits,
  type Cell,
  type Limits,
  type Listener,
} from './contained-thread.ts'
export type { Death } from './death.ts'
export { Prototypes } from './prototypes.ts'
export { textOf } from '@ganglion/core'
