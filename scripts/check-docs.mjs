// Every symbol that packages and plugins export carries a doc comment that says what it is. --root=<folder> checks another
// tree. Re-exports are documented where they are declared.
import { parseSync } from 'rolldown/utils'
import { conclude, files, lineAt, read } from './house.mjs'

const findings = []
const sources = [...files(['packages'], /\.tsx?$/), ...files(['plugins'], /\.tsx?$/)].filter(
  (path) =>
    !/\.(test|bench|generated)\.tsx?$/.test(path) && !/^packages\/[^/]+\/(?!src\/)/.test(path),
)

/** The names that a statement declares. */
function names({ type, id, declarations }) {
  if (type === 'VariableDeclaration') return declarations.map((one) => one.id.name ?? 'pattern')
  return id ? [id.name] : []
}

for (const path of sources) {
  const text = read(path)
  const { program, comments } = parseSync(path, text)
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
  const documented = (node) =>
    docs.some(
      ({ end, start }) =>
        end <= node.start && start < end && text.slice(end, node.start).trim() === '',
    )
  const declared = new Map() // every top-level name -> whether one of its declarations is documented
  const exported = []
  for (const node of program.body) {
    const inner = node.declaration ?? node
    const good = documented(node)
    for (const name of names(inner)) declared.set(name, good || (declared.get(name) ?? false))
    if (node.type === 'ExportNamedDeclaration' && node.source === null) {
      for (const name of node.declaration ? names(node.declaration) : [])
        exported.push([name, node])
      for (const { local } of node.specifiers) exported.push([local.name, node])
    }
    if (node.type === 'ExportDefaultDeclaration') {
      if (node.declaration.type === 'Identifier') exported.push([node.declaration.name, node])
      else if (!good)
        findings.push(`${path}:${lineAt(text, node.start)} default export has no doc comment`)
    }
  }
  const missing = new Map(exported.filter(([name]) => declared.get(name) === false))
  for (const [name, node] of missing) {
    findings.push(`${path}:${lineAt(text, node.start)} '${name}' has no doc comment`)
  }
}
conclude(findings)
