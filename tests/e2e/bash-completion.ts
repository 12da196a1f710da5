import { expect } from 'vitest'
import type { emptyFolder } from './folder.ts'

/** What the script of bash offers for words, as bash breaks them: at = and :, too. */
export const repliesIn =
  ({ bash }: ReturnType<typeof emptyFolder>) =>
  (...words: string[]): string[] => {
    const script = `source <(ganglion completion bash)
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_ganglion; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { out, err } = bash(script)
    expect(err).toBe('')
    return out.split('\n').filter((line) => line !== '')
  }
