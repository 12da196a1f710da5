import { join } from 'node:path'

/** Where a finished run keeps the sha256 of its table and its summary. */
export function finishedPath(folder: string): string {
  return join(folder, 'finished.json')
}
