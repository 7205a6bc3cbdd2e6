/** The text of each page of a PDF file. Runs in a thread of its own; alone knows the PDF package, and loads it when asked. */
import { type Piece, pageText } from './page-text.ts'

/** What became of a file. */
export type Extracted =
  | { readonly pages: readonly string[] }
  | { readonly failure: 'encrypted' | 'broken'; readonly reason: string }

/** Nothing is fetched, no code of the file is run, no font is loaded, nothing is drawn, nothing said on the console. */
const SAFELY = { isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWasm: false, verbosity: 0 }

/** Takes the bytes over. A page that is broken has no text. */
export async function extract(bytes: Uint8Array): Promise<Extracted> {
  const { getDocument } = await import('unpdf/pdfjs')
  const task = getDocument({ data: bytes, ...SAFELY })
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await textOfPage(document, number))
    }
    return { pages }
  } catch (error) {
    const { name, message } = error as Error
    return { failure: name === 'PasswordException' ? 'encrypted' : 'broken', reason: message.replace(/\.$/, '') }
  } finally {
    await task.destroy()
  }
}

interface Pages {
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ items: readonly object[] }>
    cleanup(): unknown
  }>
}

async function textOfPage(document: Pages, number: number): Promise<string> {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    page.cleanup()
    return pageText(items.flatMap(pieceOf))
  } catch {
    return ''
  }
}

/** Marks of structure have no words. */
function pieceOf(item: object): Piece[] {
  const { str, transform, width, height } = item as {
    str?: string
    transform?: readonly number[]
    width?: number
    height?: number
  }
  if (str === undefined || transform === undefined) return []
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  return [{ words: str, x, y, width: width ?? 0, size: Math.hypot(a, b) || height || 1 }]
}
