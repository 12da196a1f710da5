// Who may import whom. A room is a folder with a row in the table below; an import that no row allows is an error, and so
// is a cycle between files, type imports included, and a manifest that does not list what its room imports.
// --root=<folder> checks another tree.
import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path/posix'
import { parseSync, Visitor } from 'rolldown/utils'
import { conclude, files, lineAt, read, root } from './house.mjs'

const every = ['*']

/**
 * rooms: what it may import of this workspace; packages: third parties ('name' or 'name/subpath' for that one module);
 * node: whether it may use Node's own modules; tests: what its test files may import besides.
 */
const table = {
  numerics: { rooms: [] },
  calculus: { rooms: ['numerics'] },
  kernels: { rooms: ['calculus', 'numerics'], node: true },
  core: { rooms: ['calculus', 'numerics'], packages: ['effect/Schema'] },
  engine: {
    rooms: ['core', 'kernels', 'calculus', 'numerics'],
    packages: ['rxjs', 'xstate'],
    node: true,
  },
  plan: { rooms: ['core', 'numerics'], packages: ['effect', 'jsonc-parser'], node: true },
  store: {
    rooms: ['plan', 'core', 'engine', 'numerics', 'sweep'],
    packages: ['effect', 'hyparquet', 'hyparquet-writer'],
    node: true,
  },
  sweep: { rooms: ['plan', 'core', 'engine', 'numerics'], packages: ['effect'], node: true },
  ingest: { rooms: ['plan', 'core', 'engine', 'numerics'], packages: ['effect'], node: true },
  stability: { rooms: ['core', 'engine', 'calculus', 'numerics'], packages: ['ml-matrix'] },
  report: { rooms: ['core', 'plot'] },
  host: { rooms: ['core'], node: true },
  plot: { rooms: [] },
  testkit: {
    rooms: ['core', 'calculus', 'kernels', 'numerics', 'engine'],
    packages: ['fast-check'],
    node: true,
  },
  ganglion: { rooms: ['packages'], packages: ['rxjs'], node: true },
  plugins: { rooms: ['core', 'calculus', 'numerics'], tests: { rooms: ['packages'] } },
  dashboard: {
    rooms: ['core', 'ganglion', 'host', 'plot'],
    packages: ['ink', 'react', 'rxjs'],
    node: true,
    tests: { packages: ['ink-testing-library'] },
  },
  cli: { rooms: every, packages: ['effect', 'rxjs', 'commander', 'rolldown'], node: true },
  tests: { rooms: every, packages: every, node: true },
  scripts: { rooms: [], packages: ['rolldown'], node: true },
}

/** Single files that may do what their room may not. */
const exceptions = {
  'packages/ganglion/src/registry.generated.ts': { rooms: ['plugins'] },
  'packages/ganglion/src/detectors.generated.ts': { rooms: ['plugins'] },
  'packages/testkit/src/vitest.ts': { packages: ['vitest'] },
  'plugins/metrics/stability/stability.ts': { rooms: ['stability'] },
}

const inTests = { rooms: ['testkit'], packages: ['vitest', 'fast-check'], node: true }
const apps = ['cli', 'dashboard']
const isPackage = (room) =>
  room in table && ![...apps, 'plugins', 'tests', 'scripts'].includes(room)
const isTest = (path) => /\.(test|bench)\.tsx?$/.test(path)

/** The room of a file, and the folder inside of which its relative imports must stay. */
function home(path) {
  const [top, second, third] = path.split('/')
  if (top === 'packages' || top === 'apps') return { room: second, folder: `${top}/${second}/` }
  if (top === 'plugins') return { room: 'plugins', folder: `plugins/${second}/${third}/` }
  return { room: top, folder: `${top}/` }
}

/** Every module a file names: import, export from, import(), import types. */
function imports(path) {
  const text = read(path)
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`)
  const found = []
  const add = (value, start) => found.push({ value, line: lineAt(text, start) })
  for (const { moduleRequest, start } of module.staticImports) add(moduleRequest.value, start)
  for (const { entries, start } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)
    if (from) add(from.moduleRequest.value, start)
  }
  new Visitor({
    ImportExpression: ({ source, start }) => source.type === 'Literal' && add(source.value, start),
    TSImportType: ({ source, start }) => add(source.value, start),
  }).visit(program)
  return found
}

const builtin = new Set(builtinModules)
const packageOf = (name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

/** A workspace package by its name: `ganglion` or `@ganglion/<room>`, with or without a subpath. */
function roomNamed(name) {
  if (packageOf(name) === 'ganglion') return 'ganglion'
  return name.startsWith('@ganglion/') ? packageOf(name).slice('@ganglion/'.length) : undefined
}

const grants = (path, room) => [
  table[room],
  ...(exceptions[path] ? [exceptions[path]] : []),
  ...(isTest(path) ? [inTests, table[room].tests ?? {}] : []),
]

const allowsRoom = (rules, room) =>
  rules.some(({ rooms = [] }) =>
    rooms.some((one) => one === '*' || one === room || (one === 'packages' && isPackage(room))),
  )

const allowsPackage = (rules, name) =>
  rules.some(({ packages = [] }) =>
    packages.some((one) => one === '*' || one === name || one === packageOf(name)),
  )

/** The reason why a file may not import a module, or undefined when it may. */
function objection(path, name) {
  const { room, folder } = home(path)
  if (!(room in table)) return `the room '${room}' has no row in scripts/check-imports.mjs`
  const rules = grants(path, room)
  if (name.startsWith('.')) {
    const target = join(dirname(path), name)
    if (target.startsWith(folder)) return undefined
    const other = home(target).room
    if (room !== other && allowsRoom(rules, other) && (other === 'plugins' || room === 'tests'))
      return undefined
    return other === room ? `a plugin may not import another plugin` : `it leaves ${folder}`
  }
  const other = roomNamed(name)
  if (other !== undefined) {
    return other === room || allowsRoom(rules, other)
      ? undefined
      : `${room} may not import ${other}`
  }
  if (name.startsWith('node:') || builtin.has(name)) {
    return rules.some(({ node }) => node) ? undefined : `${room} may not use Node's own modules`
  }
  return allowsPackage(rules, name) ? undefined : `${room} may not import the package ${name}`
}

/** What a package.json lists, or undefined when there is none; `tests` adds what only tests need. */
function listed(folder) {
  if (!existsSync(join(root, folder, 'package.json'))) return undefined
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${folder}package.json`))
  return { code: new Set(Object.keys(dependencies)), tests: new Set(Object.keys(devDependencies)) }
}

/** Imports that a manifest leaves out, and rooms it lists for nothing. Tests may use what the root lists. */
function manifestFindings(folder, uses) {
  const own = listed(folder)
  if (!own) return []
  const findings = []
  for (const [name, { path, line, test }] of uses) {
    const known = own.code.has(name) || (test && (own.tests.has(name) || common.has(name)))
    if (!known)
      findings.push(`${path}:${line} imports '${name}', which ${folder}package.json leaves out`)
  }
  for (const name of [...own.code, ...own.tests]) {
    const idle = roomNamed(name) !== undefined && !uses.has(name)
    if (idle) findings.push(`${folder}package.json lists '${name}', which nothing in it imports`)
  }
  return findings
}

/** The file that an import of this workspace leads to, or undefined. */
function resolved(path, name, known) {
  if (name.startsWith('.'))
    return known.has(join(dirname(path), name)) ? join(dirname(path), name) : undefined
  const room = roomNamed(name)
  if (room === undefined) return undefined
  const folder = apps.includes(room) ? `apps/${room}` : `packages/${room}`
  const entry = `.${name.slice(packageOf(name).length)}`
  try {
    const target = JSON.parse(read(`${folder}/package.json`)).exports[entry]
    return target && join(folder, target)
  } catch {
    return undefined
  }
}

/** One cycle for every group of files that reach each other (Tarjan's strongly connected components). */
function cycles(graph) {
  const index = new Map()
  const low = new Map()
  const stack = []
  const found = []
  const visit = (node) => {
    index.set(node, index.size)
    low.set(node, index.get(node))
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) {
        visit(next)
        low.set(node, Math.min(low.get(node), low.get(next)))
      } else if (stack.includes(next)) low.set(node, Math.min(low.get(node), index.get(next)))
    }
    if (low.get(node) !== index.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1 || graph.get(node)?.has(node)) found.push(group)
  }
  for (const node of graph.keys()) if (!index.has(node)) visit(node)
  return found
}

const findings = []
const common = listed('')?.tests ?? new Set()
const usesOf = new Map() // folder of a package -> name of an imported package -> where, code before tests
const sources = files(['packages', 'plugins', 'apps', 'tests', 'scripts'], /\.(ts|tsx|mjs)$/)
const known = new Set(sources)
const graph = new Map()

function note(path, name, line) {
  const { folder, room } = home(path)
  const uses = usesOf.get(folder) ?? new Map()
  usesOf.set(folder, uses)
  const test = isTest(path)
  if (roomNamed(name) !== room && uses.get(name)?.test !== false)
    uses.set(name, { path, line, test })
}

for (const path of sources) {
  const edges = new Set()
  graph.set(path, edges)
  for (const { value, line } of imports(path)) {
    const reason = objection(path, value)
    if (reason) findings.push(`${path}:${line} imports '${value}': ${reason}`)
    const target = resolved(path, value, known)
    if (target) edges.add(target)
    if (!value.startsWith('.') && !value.startsWith('node:')) note(path, packageOf(value), line)
  }
}
for (const group of cycles(graph)) findings.push(`a cycle of imports: ${group.sort().join(', ')}`)
for (const folder of new Set(sources.map((path) => home(path).folder))) {
  if (/^(packages|apps)\//.test(folder))
    findings.push(...manifestFindings(folder, usesOf.get(folder) ?? new Map()))
}
conclude(findings)
