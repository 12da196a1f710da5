import { isIndex, type Index, type Position } from './axis.ts'
import type { Shape } from './node.ts'

/** A number that follows from the structure alone: equal in every process, whatever was built before. */
export function hashOf(shape: Shape): number {
  switch (shape.kind) {
    case 'const':
      return mixed('const', shape.value)
    case 'read': {
      const { name, axes } = shape.array
      const over = axes.map((a) => `${a.name}:${a.size}`).join()
      return mixed(`read ${name} ${over}`, ...shape.at.map(positionHash))
    }
    case 'same':
      return mixed('same', positionHash(shape.a) + positionHash(shape.b))
    case 'sum':
      return mixed('sum', positionHash(shape.index), shape.body.hash)
    case 'view':
      return mixed('view', shape.node.hash, ...[...shape.from, ...shape.to].map(positionHash))
    case 'apply': {
      const hashes = shape.args.map((a) => a.hash)
      if (shape.primitive.commutative) hashes.sort((a, b) => a - b)
      return mixed(shape.primitive.name, ...hashes)
    }
  }
}

const positionHash = (position: Position): number =>
  isIndex(position) ? indexHash(position) : position + 1

/** Fresh indices of one axis look alike: their numbers depend on what was built before. */
const indexHash = ({ axis, level }: Index): number => mixed(axis.name, axis.size, level)

/** FNV-1a over a text and the texts of numbers. */
function mixed(text: string, ...numbers: readonly number[]): number {
  let hash = 0x811c9dc5
  const whole = `${text} ${numbers.join()}`
  for (let k = 0; k < whole.length; k++) hash = Math.imul(hash ^ whole.charCodeAt(k), 0x01000193)
  return hash >>> 0
}
