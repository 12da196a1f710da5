const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const
const parity = 0x1bd11bda

/** The two words that the last call of `scramble` left; read them at once. */
export const words = new Uint32Array(2)

/**
 * Threefry2x32 with 20 rounds (Salmon et al. 2011): a counter and a key give two words of 32 bits, left in `words`.
 * Passes the known answers of Random123.
 */
export function scramble(key0: number, key1: number, counter0: number, counter1: number): void {
  const keys = [key0 | 0, key1 | 0, parity ^ key0 ^ key1] as const
  let x = (counter0 + key0) | 0
  let y = (counter1 + key1) | 0
  for (let group = 0; group < 5; group++) {
    const first = (group & 1) * 4
    for (let k = first; k < first + 4; k++) {
      const turn = rotations[k]!
      x = (x + y) | 0
      y = ((y << turn) | (y >>> (32 - turn))) ^ x
    }
    x = (x + keys[(group + 1) % 3]!) | 0
    y = (y + keys[(group + 2) % 3]! + group + 1) | 0
  }
  words[0] = x
  words[1] = y
}

/** Threefry2x32-20 as a function: two unsigned words of 32 bits. */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
): [number, number] {
  scramble(key0, key1, counter0, counter1)
  return [words[0]!, words[1]!]
}
