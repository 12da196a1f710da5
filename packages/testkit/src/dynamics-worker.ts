import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Dynamics } from '@ganglion/core'
import { playSealed } from './dynamics-round.ts'
import { settingsOf } from './dynamics-settings.ts'

const { file, name, steps } = workerData as {
  readonly file: string
  readonly name: string
  readonly steps: number
}

const address = file.startsWith('file:') ? file : pathToFileURL(file).href
const module = (await import(address)) as Readonly<Record<string, unknown>>
const found = Object.values(module)
  .flat()
  .find((one): one is Dynamics => {
    const { kind, name: its } = (one ?? {}) as Partial<Dynamics>
    return kind === 'dynamics' && its === name
  })
if (!found) throw new Error(`${file} exports no dynamics called ${name}`)
parentPort!.postMessage(settingsOf(found).map((settings) => playSealed(found, settings, steps).log))
