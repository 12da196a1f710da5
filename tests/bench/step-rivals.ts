import { least, manyRepeats } from './least.ts'
import { cpp, python } from './foreign-program.ts'
import { firstOrder } from './rivals/first-order.ts'
import type { Way } from './way.ts'

const unfused = ['-mno-fma', '-ffp-contract=off']

/** What others take for the first-order step. */
export function rivals(members: number): Way[] {
  const steps = Math.max(2, Math.round(5e4 / (members + 50)))
  const some = Math.max(2, Math.round(steps / 10))
  const source = 'first-order.cpp'
  const way = (who: string, measure: Way['measure']): Way => ({
    work: 'first-order step',
    members,
    who,
    measure,
  })
  return [
    way('C++, 128-bit intrinsics, no FMA', () => cpp(source, unfused, 'pairs', members, steps)),
    way('C++, widest vectors, FMA', () => cpp(source, [], 'wide', members, steps)),
    way('C++, scalar, libm', () => cpp(source, unfused, 'scalar', members, steps)),
    way('plain JavaScript, Math.exp', () => plain(members, steps)),
    way('NumPy, tuned', () => python('first_order.py', 'sums', members, some)),
    way('NumPy, tuned, one product', () => python('first_order.py', 'product', members, some)),
    way('numba', () => python('first_order_numba.py', members, steps)),
    way('torch, autograd', () => python('first_order_torch.py', members, some)),
  ]
}

function plain(members: number, steps: number): number {
  const play = firstOrder(members)
  play(Math.max(steps, Math.min(2000, Math.round(1e6 / members))))
  return least(manyRepeats, () => play(steps), steps * members)
}
