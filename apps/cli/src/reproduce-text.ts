import { claimVerdict, countVerdicts, visible, type Claim, type Finding } from '@ganglion/core'

const width = 78

/** A claim as a few lines: what holds, the paper's sentence and its place, how it is read, what was measured. `ascii`: words for marks; quotations stay as they are. */
export function claimText(claim: Claim, finding: Finding, ascii = false): string {
  const { name, sentence, where, reading } = claim
  const { holds, instead } = finding
  const printed = claimVerdict(finding) === 'refuted as printed' ? ': refuted as printed' : ''
  const mark = ascii ? (holds ? 'holds:' : 'fails:') : holds ? '✓' : '✗'
  const lines = [
    `${mark} ${name}${printed}`,
    ...wrapped(`"${sentence}" (${where})`),
    ...(reading === undefined ? [] : wrapped(`read as: ${reading}`)),
    ...foundText(finding),
    ...(instead ? [...wrapped(`instead: ${instead.says}`), ...foundText(instead)] : []),
  ]
  return visible(lines.join('\n'), { newlines: true })
}

function foundText({ measured, counterexample }: Omit<Finding, 'instead'>): string[] {
  const numbers = Object.entries(measured).map(([what, value]) => `${what}: ${shown(value)}`)
  return [
    ...(numbers.length > 0 ? wrapped(`measured: ${numbers.join('; ')}`) : []),
    ...(counterexample === undefined ? [] : wrapped(`against it: ${counterexample}`)),
  ]
}

/** How many claims hold. */
export function verdictText(findings: readonly Finding[]): string {
  const { holds, refuted, 'refuted as printed': erring } = countVerdicts(findings)
  if (holds === findings.length) return `all ${holds} claims hold`
  const printed = erring > 0 ? [`${erring} refuted as printed, with what holds instead`] : []
  const bad = refuted > 0 || erring === 0 ? [`${refuted} refuted`] : []
  return [`${holds} of ${findings.length} claims hold`, ...printed, ...bad].join(', ')
}

/** Six digits tell enough; JSON tells all. */
function shown(value: number | string): string {
  if (typeof value === 'string') return value
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)))
}

/** Words in lines below a mark. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`    ${word}`)
  }
  return lines
}
