import type { Block } from '@ganglion/core'
import { NoJacobian } from './no-jacobian.ts'

/**
 * What a script remembers with every block changed; `path` says where it stands, as `ring.0.coordinates.means`. Everything
 * else is copied. Throws a NoJacobian for arrays of numbers outside of blocks: they belong to no member that could be told.
 */
export function mapBlocks(
  memory: unknown,
  change: (block: Block, path: string) => Block,
  path = '',
): unknown {
  const below = (key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`)
  if (typeof memory !== 'object' || memory === null) return memory
  if (isBlock(memory)) return change(memory, path)
  if (ArrayBuffer.isView(memory) || memory instanceof Map || memory instanceof Set)
    throw new NoJacobian(
      `the script remembers numbers outside of messages (${path || 'its memory'}), which bear no tangents`,
      'Let it remember directions and critiques, copied with `keep`',
    )
  if (Array.isArray(memory)) return memory.map((one, k) => mapBlocks(one, change, below(k)))
  return Object.fromEntries(
    Object.entries(memory).map(([key, one]) => [key, mapBlocks(one, change, below(key))]),
  )
}

function isBlock(value: object): value is Block {
  const { cells, members, numbers } = value as Partial<Block>
  return typeof cells === 'number' && typeof members === 'number' && numbers instanceof Float64Array
}
