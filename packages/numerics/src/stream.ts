import { normalQuantile } from './normal-quantile.ts'
import { scramble, words } from './threefry.ts'

/** Random numbers by member and draw: any of them can be asked for, in any order, and is always the same. */
export interface Stream {
  /** Uniform in the open interval (0, 1): an odd multiple of 2^-53, as likely as 1 minus it. */
  uniform(member: number, draw: number): number
  /** Standard normal, by the inverse distribution function. */
  normal(member: number, draw: number): number
}

/** Random numbers one after the other, for one member. Each call takes one draw, never more. */
export interface Cursor {
  /** Uniform from low (0 by default) to high (1 by default). */
  uniform(low?: number, high?: number): number
  /** Normal, with mean 0 and deviation 1 by default. */
  normal(mean?: number, deviation?: number): number
}

const WORD = 4294967296

/**
 * The stream of a name under a seed, an integer from 0 to 2^53 - 1; any other throws a RangeError. Its key is the seed,
 * scrambled with each UTF-16 unit of the name in turn; the counter is (member, draw), whose words above 32 bits enter
 * the key. Members and draws are integers from 0 to 2^53 - 1.
 */
export function stream(seed: number, name: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`seed: expected an integer from 0 to 2^53 - 1, got ${seed}`)
  let key0 = seed >>> 0
  let key1 = Math.floor(seed / WORD)
  for (let k = 0; k < name.length; k++) {
    scramble(key0, key1, name.charCodeAt(k), k)
    key0 = words[0]!
    key1 = words[1]!
  }
  const uniform = (member: number, draw: number): number => {
    const high = Math.floor(member / WORD)
    const low = Math.floor(draw / WORD)
    scramble(key0 ^ high, key1 ^ low, member >>> 0, draw >>> 0)
    // The last bit is set: 53 bits and a half would round, and could round to 1.
    return ((words[0]! >>> 5) * 67108864 + ((words[1]! >>> 6) | 1)) / 9007199254740992
  }
  return { uniform, normal: (member, draw) => normalQuantile(uniform(member, draw)) }
}

/** Draws 0, 1, 2, ... of a stream for one member. */
export function cursor(source: Stream, member: number): Cursor {
  let draw = 0
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * source.uniform(member, draw++),
    normal: (mean = 0, deviation = 1) => mean + deviation * source.normal(member, draw++),
  }
}
