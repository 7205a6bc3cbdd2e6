/** What a reader may ask of the outside: how archives cite, what the columns of records mean, and one limit. */
import type { Authority } from '../authority/authority.ts'
import type { RecordsSettings } from '../config.ts'
import type { DateHint } from '../grammar/date.ts'

export interface ReadContext {
  /** Largest input that is read, in bytes. */
  readonly maxInputSize: number
  readonly authority: Pick<Authority, 'schemes'>
  /** Mappings of structured records, by name or pattern of the file. */
  readonly records?: Readonly<Record<string, RecordsSettings>>
  /** How the dates of the input are written, where that is known. */
  readonly dates?: DateHint
}

/** One input with the path that its problems and its source text carry. */
export interface Input {
  readonly path: string
  readonly bytes: Uint8Array
}
