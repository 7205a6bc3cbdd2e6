/** Makes small PDF files for tests: pages of lines in Helvetica, uncompressed, the same bytes each time. */

/** One line: left edge and baseline in points, size of the letters. */
export interface DrawnLine {
  readonly words: string
  readonly x?: number
  readonly y: number
  readonly size?: number
}

/** Letters beyond Latin 1 that the fixtures use, in Windows ANSI. */
const ANSI: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 }

/** @param encrypt whether the file says that it is locked with a password */
export function pdfFile(pages: readonly (readonly DrawnLine[])[], encrypt = false): Uint8Array {
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => {
      const drawn = lines.map(drawing).join('')
      const page = `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>`
      return [`<< ${page} /Contents ${5 + 2 * at} 0 R >>`, `<< /Length ${drawn.length} >>\nstream\n${drawn}endstream`]
    }),
  ]
  let file = '%PDF-1.4\n'
  const offsets = bodies.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const key = `<${'41'.repeat(32)}>`
  const lock = encrypt ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<41> <41>]` : ''
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  file += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(file, 'latin1'))
}

function drawing({ words, x = 72, y, size = 10 }: DrawnLine): string {
  const bytes = [...words].map((letter) => String.fromCharCode(ANSI[letter] ?? letter.charCodeAt(0))).join('')
  return `BT /F ${size} Tf ${x} ${y} Td (${bytes.replace(/[\\()]/g, '\\$&')}) Tj ET\n`
}

/** Lines below each other; an empty one is a gap. */
export const column = (top: number, ...lines: readonly string[]): DrawnLine[] =>
  lines.flatMap((words, at) => (words === '' ? [] : [{ words, y: top - 14 * at }]))
