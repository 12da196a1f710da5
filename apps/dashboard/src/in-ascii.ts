/** Marks of the screen and what stands for each where only ASCII may. */
const marks: Readonly<Record<string, string>> = {
  '─': '-',
  '━': '=',
  '┄': '.',
  '╌': '-',
  '│': '|',
  '┤': '+',
  '┬': '+',
  '┼': '+',
  '└': '+',
  '┃': '!',
  '▒': '#',
  '░': ':',
  '▓': '%',
  '█': '#',
  '▀': '"',
  '▄': '_',
  '·': '.',
  '◂': '<',
  '▸': '>',
  '▶': '>',
  '‖': '|',
  '■': '#',
  '●': '*',
  '○': 'o',
  '◆': '@',
  '✕': 'x',
  '×': 'x',
  '…': '~',
  '↑': '^',
  '↓': 'v',
  '→': '>',
  '←': '<',
  µ: 'u',
  Δ: 'D',
}

/** The same text with one ASCII character for every character; letters of other scripts become `?`. */
export function inAscii(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return text
  let plain = ''
  for (const character of text) plain += asciiOf(character)
  return plain
}

function asciiOf(character: string): string {
  const code = character.codePointAt(0)!
  if ((code >= 0x20 && code <= 0x7e) || code === 0x0a) return character
  return marks[character] ?? letter(character)
}

/** A letter without its accents. */
function letter(character: string): string {
  const bare = character.normalize('NFKD')[0]!
  return bare >= ' ' && bare <= '~' ? bare : '?'
}
