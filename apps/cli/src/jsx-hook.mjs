// Lets Node load `.tsx`: it strips types by itself but does not know JSX. The transform is loaded with the first `.tsx`,
// so commands that draw nothing do not pay for it.
import { readFileSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'

if (!module.registerHooks || !process.features.typescript) {
  process.stderr.write(
    `ganglion needs Node 22.18 or later, this is ${process.version}. ` +
      'Run `npm ci` in the project: it installs a suitable one beside the code.\n',
  )
  process.exit(1)
}

const require = module.createRequire(import.meta.url)
let transform

module.registerHooks({
  load(url, context, next) {
    const path = url.startsWith('file:') ? url.replace(/[?#].*$/, '') : ''
    if (!path.endsWith('.tsx')) return next(url, context)
    transform ??= require('rolldown/utils').transformSync
    const file = fileURLToPath(path)
    const { code, errors } = transform(file, readFileSync(file, 'utf8'), {
      lang: 'tsx',
      sourceType: 'module',
      jsx: { runtime: 'automatic' },
    })
    if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`)
    return { format: 'module', shortCircuit: true, source: code }
  },
})
