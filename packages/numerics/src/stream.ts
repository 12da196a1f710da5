import { normalQuantile } from './normal-quantile.ts'
import { scramble, words } from './threefry.ts'

/** Random numbers by member and draw: any of them can be asked for, in any order, and is always the same. */
export interface Stream {
  /** Uniform in the open interval (0, 1), a multiple of 2^-53 plus 2^-54. */
  uniform(member: number, draw: number): number
  /** Standard normal, by the inverse distribution function. */
  normal(member: number, draw: number): number
}

/** Random numbers one after the other, for one member. */
export interface Cursor {
  uniform(low?: number, high?: number): number
  normal(mean?: number, deviation?: number): number
}

const word = 4294967296

/**
 * The stream of a name under a seed (an integer from 0 to 2^53 - 1). Its key is the seed, scrambled with each UTF-16
 * unit of the name in turn; the counter is (member, draw), whose words above 32 bits enter the key.
 */
export function stream(seed: number, name: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`seed: expected an integer from 0 to 2^53 - 1, got ${seed}`)
  let key0 = seed % word
  let key1 = Math.floor(seed / word)
  for (let k = 0; k < name.length; k++) {
    scramble(key0, key1, name.charCodeAt(k), k)
    key0 = words[0]!
    key1 = words[1]!
  }
  const uniform = (member: number, draw: number): number => {
    const [high, low] = [Math.floor(member / word), Math.floor(draw / word)]
    scramble(key0 ^ high, key1 ^ low, member % word, draw % word)
    return ((words[0]! >>> 5) * 67108864 + (words[1]! >>> 6) + 0.5) / 9007199254740992
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
