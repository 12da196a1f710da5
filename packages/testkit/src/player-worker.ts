import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Discriminator, Generator } from '@ganglion/core'
import { authoredPorts } from './authored-ports.ts'
import { discriminatorWorkings } from './discriminator-workings.ts'
import { generatorWorkings } from './generator-workings.ts'
import type { PlayerSuite } from './player-suite.ts'
import { results } from './repeat-cases.ts'

const { file, kind, name, ...suite } = workerData as PlayerSuite & {
  readonly file: string
  readonly kind: string
  readonly name: string
}

const address = file.startsWith('file:') ? file : pathToFileURL(file).href
const module = (await import(address)) as Readonly<Record<string, unknown>>
const found = Object.values(module)
  .flat()
  .find((one): one is Discriminator | Generator => {
    const { kind: k, name: n } = (one ?? {}) as Partial<Discriminator>
    return String(k) === kind && n === name
  })
if (!found) throw new Error(`${file} exports no ${kind} called ${name}`)
parentPort!.postMessage(
  results(
    found.kind === 'generator'
      ? generatorWorkings(authoredPorts(found), suite)()
      : discriminatorWorkings(authoredPorts(found), suite)(),
  ),
)
