import { freshIndex } from './axis.ts'
import type { ArraySymbol } from './node.ts'
import { axesOf, elementAt, type AnyTensor } from './tensor.ts'

/** The array that a tensor is, element by element; undefined for anything that is computed. */
export function wholeRead(tensor: AnyTensor): ArraySymbol | undefined {
  const indices = axesOf(tensor).map(freshIndex)
  const { shape } = elementAt(tensor, indices)
  if (shape.kind !== 'read' || shape.at.length !== indices.length) return undefined
  return shape.at.every((position, k) => position === indices[k]) ? shape.array : undefined
}
