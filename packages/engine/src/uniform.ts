import type { Block } from '@ganglion/core'

/** Arrays in which all members have the same numbers, for as long as the game lasts or until somebody changes all of them. */
const uniform = new WeakSet<Float64Array>()

/** Says that all members have the same numbers in this block: kernels may build them in. */
export function markUniform<B extends Block>(block: B): B {
  uniform.add(block.numbers)
  return block
}

/** Whether all members have the same numbers. A copy is not known to be. */
export function isUniform(block: Block): boolean {
  return uniform.has(block.numbers)
}
