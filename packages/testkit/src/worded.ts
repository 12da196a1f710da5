import type { Words } from '@ganglion/core'

/** A choice of words as the name of a case carries it: ` with learned logits`. */
export function worded(words: Words): string {
  return Object.entries(words)
    .map(([name, word]) => ` with ${name} ${word}`)
    .join()
}
