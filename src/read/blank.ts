/** A document of which nothing is known yet. */
import type { SourceDocument, Standing } from '../document.ts'

/** The record with every list empty. */
export function blankDocument(source: string, standing: Standing): SourceDocument {
  return {
    source,
    standing,
    titleLanguage: 'en',
    dates: [],
    parties: [],
    numbers: [],
    markings: [],
    transmissions: [],
    distribution: [],
    stamps: [],
    archival: [],
    credits: [],
    donors: [],
    languages: [],
    subjects: [],
    topics: [],
    places: [],
    replies: [],
    omissions: [],
    related: [],
    encloses: [],
    unparsed: [],
  }
}

/** The optional field when the value is there, nothing otherwise. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V })
}
