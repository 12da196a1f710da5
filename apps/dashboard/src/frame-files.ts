import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { screenToSvg } from '@ganglion/plot'
import { ansiRuns, screenColors } from './ansi-runs.ts'

/** More files of one name than this are refused. */
const mostNames = 999

/**
 * Writes a screen (lines of text with the sequences of their colours) as text and as SVG into a folder, as `name.txt` and `name.svg`, or with `-2`, `-3` and so on behind the
 * name: what is there is never written over. Returns the names of both files; rejects when the folder takes none.
 */
export async function writeFrame(
  folder: string,
  name: string,
  ansi: string,
): Promise<readonly [string, string]> {
  const text = `${stripVTControlCharacters(ansi).replace(/ +$/gm, '').trimEnd()}\n`
  const { text: ink, background } = screenColors
  const svg = screenToSvg(ansiRuns(ansi), { inks: [], text: ink, background })
  for (let count = 1; count <= mostNames; count++) {
    const free = count === 1 ? name : `${name}-${count}`
    if (await writeBoth(join(folder, free), text, svg)) return [`${free}.txt`, `${free}.svg`]
  }
  throw new Error(`${folder} holds ${mostNames} frames of the name ${name}; take another name.`)
}

/** Writes both files unless one is there already; of a pair that could not be written, nothing stays. */
async function writeBoth(path: string, text: string, svg: string): Promise<boolean> {
  const contents = { txt: text, svg }
  const claimed: { readonly name: string; readonly file: FileHandle }[] = []
  try {
    // Both names are claimed before either file is written.
    for (const ending of Object.keys(contents)) {
      const name = `${path}.${ending}`
      claimed.push({ name, file: await open(name, 'wx') })
    }
    for (const [at, content] of Object.values(contents).entries())
      await claimed[at]!.file.writeFile(content)
    return true
  } catch (cause) {
    for (const { name } of claimed) await rm(name, { force: true })
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  } finally {
    for (const { file } of claimed) await file.close()
  }
}
