// Lint rules of this project. `exact/elementary` keeps out whatever may give other bits on another machine: the functions
// of Math that the language leaves to the implementation, the random source, and `**`.

const functions = 'abs min max floor ceil round trunc sign sqrt imul clz32 fround'
const constants = 'E PI SQRT2 SQRT1_2 LN2 LN10 LOG2E LOG10E'
const exact = new Set(`${functions} ${constants}`.split(' '))
const instead = 'Take the function from @ganglion/numerics: its bits are the same on every machine.'

/** The name of a member (`Math.exp`, `Math['exp']`), or undefined when it is computed. */
function nameOf(member) {
  if (!member.computed) return member.property.name
  return member.property.type === 'Literal' ? String(member.property.value) : undefined
}

const elementary = {
  create(context) {
    const report = (node, what) =>
      context.report({ node, message: `${what} is not exact. ${instead}` })
    const power = (node) => {
      if (node.operator === '**' || node.operator === '**=') report(node, `'${node.operator}'`)
    }
    return {
      BinaryExpression: power,
      AssignmentExpression: power,
      Identifier(node) {
        if (node.name !== 'Math') return
        const { parent } = node
        if (parent.type === 'MemberExpression' && parent.object === node) {
          const name = nameOf(parent)
          if (name === undefined || !exact.has(name)) report(parent, `Math.${name ?? '[computed]'}`)
        } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
          for (const { type, key } of parent.id.properties) {
            if (type !== 'Property' || !exact.has(key.name ?? key.value)) {
              report(parent, `Math.${key?.name ?? '...'}`)
            }
          }
        } else if (parent.type !== 'MemberExpression' && parent.type !== 'Property') {
          report(node, 'Math under another name')
        }
      },
    }
  },
}

export default { meta: { name: 'exact' }, rules: { elementary } }
