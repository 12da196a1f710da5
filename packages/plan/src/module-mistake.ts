import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { authorFrames, textOf } from '@ganglion/core'

/** Why a module could not be loaded, and where: lines and columns from 1. */
export interface ModuleMistake {
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** Finds out of what importing a file threw why it did and where: a mistake of the syntax, a missing package, a throw. */
export function moduleMistake(file: string, cause: unknown): ModuleMistake {
  if (cause instanceof SyntaxError) return { message: textOf(cause), ...syntaxPlace(file, cause) }
  const missing = /^Cannot find package '([^']+)'/.exec(textOf(cause))?.[1]
  if (missing !== undefined) {
    const command = missing === 'ganglion' ? ', or load it with the ganglion command' : ''
    const message = `${missing} is not installed beside this file: npm install ${missing} in its folder${command}`
    return { message }
  }
  // What Node itself refuses, a path or an export, did not come up in a line of the file.
  const refused = String((cause as { code?: unknown } | null)?.code).startsWith('ERR_')
  const [frame] = refused ? [] : authorFrames(cause)
  return { message: textOf(cause), ...frame }
}

/** A mistake in one line: `bumps.ts:20:1: Expression expected`. */
export function mistakeText({ message, file, line, column }: ModuleMistake): string {
  return file === undefined ? message : `${basename(file)}:${line}:${column}: ${message}`
}

/** Node tells the place of a mistake of the syntax in the text above the stack; of plain JavaScript only at its check. */
function syntaxPlace(file: string, cause: SyntaxError): Partial<ModuleMistake> {
  const told = placeIn(cause.stack ?? '')
  if (told || file.endsWith('ts')) return told ?? {}
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' })
  return placeIn(stderr ?? '') ?? {}
}

/** `/path/x.ts:5`, a few lines up to that one, and a caret below the column. */
function placeIn(text: string): Partial<ModuleMistake> | null {
  const found = /^(?:file:\/\/)?(\S.*):(\d+)\n(?:.*\n){1,4}?([ \t]*)\^/.exec(text)
  return found && { file: found[1]!, line: Number(found[2]), column: found[3]!.length + 1 }
}
