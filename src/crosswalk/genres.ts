/** What a type of document is called in the formats of reference managers: one table of the scheme `document-type`. */
import { documentType } from '../rdf/vocabulary/schemes.ts'
import type { DocumentFacts } from './record.ts'

export interface Genre {
  /** Type of CSL 1.0.2. */
  readonly csl: string
  /** Type of entry of BibTeX; styles do without what they do not know, so only the classic ones. */
  readonly bibtex: 'misc' | 'unpublished'
  /** `TY` of RIS. */
  readonly ris: string
  /** Class of the Bibliographic Ontology, by which Zotero knows the type of an item. */
  readonly bibo: string
}

const LETTER: Genre = { csl: 'personal_communication', bibtex: 'misc', ris: 'PCOMM', bibo: 'Letter' }
const MANUSCRIPT: Genre = { csl: 'manuscript', bibtex: 'unpublished', ris: 'MANSCPT', bibo: 'Manuscript' }
const REPORT: Genre = { csl: 'report', bibtex: 'unpublished', ris: 'RPRT', bibo: 'Report' }

/** By the slug of the concept. What is not here is a manuscript: unpublished, and found in an archive. */
const GENRES: Readonly<Record<string, Genre>> = {
  correspondence: LETTER,
  telegram: LETTER,
  'ciphered-telegram': LETTER,
  letter: LETTER,
  dispatch: LETTER,
  'diplomatic-note': LETTER,
  'note-verbale': LETTER,
  'aide-memoire': LETTER,
  instruction: LETTER,
  'enclosed-message': LETTER,
  petition: LETTER,
  report: REPORT,
  'intelligence-report': REPORT,
  interview: { csl: 'interview', bibtex: 'unpublished', ris: 'MANSCPT', bibo: 'Interview' },
  speech: { csl: 'speech', bibtex: 'unpublished', ris: 'MANSCPT', bibo: 'Manuscript' },
  'public-statement': { csl: 'speech', bibtex: 'unpublished', ris: 'MANSCPT', bibo: 'Manuscript' },
  treaty: { csl: 'treaty', bibtex: 'misc', ris: 'MANSCPT', bibo: 'Manuscript' },
}

/** How a document is classed; correspondence of no type is correspondence. */
export function genreOf({ type, isCorrespondence }: Pick<DocumentFacts, 'type' | 'isCorrespondence'>): Genre {
  const named = type && GENRES[type.iri.slice(documentType.iri.length)]
  return named ?? (isCorrespondence ? LETTER : MANUSCRIPT)
}
