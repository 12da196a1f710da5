import { visible, type Claim, type Finding } from '@ganglion/core'

const width = 78

/** A claim as a few lines: what holds, the paper's sentence and its place, how it is read, what was measured. */
export function claimText(claim: Claim, { holds, measured, counterexample }: Finding): string {
  const { name, sentence, where, reading } = claim
  const numbers = Object.entries(measured).map(([what, value]) => `${what} ${shown(value)}`)
  const lines = [
    `${holds ? '✓' : '✗'} ${name}`,
    ...wrapped(`"${sentence}" (${where})`),
    ...(reading === undefined ? [] : wrapped(`read as: ${reading}`)),
    ...(numbers.length > 0 ? wrapped(`measured: ${numbers.join('; ')}`) : []),
    ...(counterexample === undefined ? [] : wrapped(`against it: ${counterexample}`)),
  ]
  return visible(lines.join('\n'), { newlines: true })
}

/** How many claims hold. */
export function verdictText(findings: readonly Finding[]): string {
  const held = findings.filter(({ holds }) => holds).length
  return held === findings.length
    ? `all ${held} claims hold`
    : `${held} of ${findings.length} claims hold, ${findings.length - held} refuted`
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
