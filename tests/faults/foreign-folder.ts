import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A folder outside of this repository in which `ganglion` is installed, as somebody else would have it. */
export class ForeignFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'ganglion-foreign-'))
  #files = 0

  constructor() {
    mkdirSync(join(this.path, 'node_modules'))
    const ganglion = fileURLToPath(new URL('../../packages/ganglion', import.meta.url))
    symlinkSync(ganglion, join(this.path, 'node_modules/ganglion'))
    writeFileSync(join(this.path, 'package.json'), '{ "type": "module" }')
  }

  /** Writes a module and says where it is. */
  write(code: string): string {
    const file = join(this.path, `plugin-${++this.#files}.ts`)
    writeFileSync(file, code)
    return file
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
