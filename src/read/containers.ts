/** Files that are no text themselves but hold source texts, by their first bytes. A new kind of file is a row. */
import type { Reading } from '../document.ts'
import type { Input, ReadContext } from './context.ts'
import { isEpub, readEpub } from './epub.ts'
import { isHtml, readHtml } from './html/index.ts'
import { isPdf, readPdf } from './pdf/index.ts'
import { isJson, readJson } from './records/json.ts'
import { isMappedTable, readTable } from './records/table.ts'

export interface Container {
  readonly key: string
  /** Whether the bytes are such a file. Its name counts only where the configuration names it. */
  readonly recognise: (bytes: Uint8Array, input: Input, context: ReadContext) => boolean
  /**
   * The readings of the file in its order, one for each source text in it. What cannot be read is a reading without
   * documents that says so; a fault in one part leaves the others.
   */
  readonly read: (input: Input, context: ReadContext) => AsyncIterable<Reading> | Iterable<Reading>
}

/** In the order of trial. */
export const containers: readonly Container[] = [
  { key: 'epub', recognise: isEpub, read: readEpub },
  { key: 'pdf', recognise: isPdf, read: readPdf },
  { key: 'html', recognise: isHtml, read: readHtml },
  { key: 'table', recognise: isMappedTable, read: readTable },
  { key: 'json', recognise: isJson, read: readJson },
]
