/** Diagnostics are values with a code: this table has every code, its severity and its sentence. */

export type Severity = 'error' | 'warning' | 'info'

/** `{name}` is replaced by the fact of that name. Each sentence says what, and how to mend it. */
const TABLE = {
  'input-unreadable': ['error', 'The file could not be read: {reason}.'],
  'input-folder-unreadable': ['error', 'The folder could not be read: {reason}. Nothing in it is withdrawn.'],
  'input-empty': ['error', 'The file is empty. Save the page again.'],
  'input-binary': [
    'error',
    'The file is of no kind that is read ({reason}). Save the page as text, Markdown, HTML or PDF.',
  ],
  'input-too-large': [
    'error',
    'The file has {bytes}, more than maxInputSize ({limit}). Split it or raise maxInputSize.',
  ],
  'input-unrecognised': [
    'error',
    'This is none of the forms of page that Dragoman knows; nothing was taken from it. If it is a page of a known archive, save it again, whole and with its catalogue block; else take it out of the folder.',
  ],
  'book-unreadable': ['error', 'The book could not be opened: {reason}. Get the file again from its publisher.'],
  'book-unknown': [
    'error',
    'This is an EPUB book (“{title}”), but none of those that Dragoman reads: {known}. Take it out of the folder, or add a reader for its kind.',
  ],
  'book-parts-left': ['info', '{count} parts of the book are no documents and give none: {parts}.'],
  'field-absent': ['info', 'Document {part} gives no {field}; nothing is put in its place.'],
  'input-not-utf8': ['warning', 'The file is not valid UTF-8; broken bytes were replaced by U+FFFD. Save it as UTF-8.'],
  'title-missing': [
    'info',
    'The page gives no title; one was made from type, number and date. Write the title into the page if you want another.',
  ],
  'pdf-encrypted': [
    'error',
    'The PDF file is locked with a password. Save it without one, or take the text from the page of the record.',
  ],
  'pdf-broken': ['error', 'The PDF file is damaged ({reason}). Get it again from where it came.'],
  'pdf-without-text': [
    'error',
    'The PDF file has no text, only images ({pages} pages). Run text recognition on it (ocrmypdf does) and give the result.',
  ],
  'pdf-too-costly': ['error', 'The PDF file was given up: {reason}. Split it, or print it to a new PDF file.'],
  'pdf-pages-without-text': ['info', 'Pages without text, images as it seems, were left aside: {pages}.'],
  'html-too-deep': [
    'error',
    'The elements of this HTML file are nested deeper than those of any page; nothing was taken from it. Save the page again.',
  ],
  'html-without-text': [
    'error',
    'The HTML file has no text: its page is made by scripts. Open it in a browser and save it from there, whole.',
  ],
  'records-unmapped': [
    'error',
    'These are structured records with the columns {columns}, and nothing says what they mean. Name the file under records in dragoman.config.json with the column of each field, such as "title": "{first}".',
  ],
  'records-none': [
    'error',
    'The file holds no record. Export it again, or name the member that holds the records with list.',
  ],
  'record-broken': [
    'error',
    'This record could not be read: {reason}. The other records of the file are not affected; export it again.',
  ],
  'record-row-uneven': [
    'warning',
    'Rows have another number of cells than the head of the table: {count}, the first of them here. What has no column is left aside; look for an unquoted delimiter.',
  ],
  'record-column-missing': [
    'warning',
    'The mapping names the column {column} as {field}, but the file has none; {known}.',
  ],
  'record-column-unmapped': [
    'info',
    'These columns have no field, and are not in the data: {columns}. Map them under records, or name them under ignore.',
  ],
  'date-missing': ['warning', 'No date was found. Look at the title, the signature and the citation.'],
  'date-not-understood': [
    'warning',
    'The date “{words}” was not understood. Write it as 14 May 1950, May 14, 1950, 14.V.50 or 1950-05-14.',
  ],
  'date-conflict': [
    'warning',
    'The dates of this document differ: {dates}. Both are kept; decide which one to prefer.',
  ],
  'received-before-sent': [
    'warning',
    'Received ({received}) before sent ({sent}). The earlier time is read as the hand-in at the cipher office; check the form.',
  ],
  'reference-not-understood': [
    'warning',
    'The archival reference “{words}” follows no known scheme; it is kept as one call number. Add the scheme of the archive to the authority file archives.csv.',
  ],
  'text-not-understood': [
    'info',
    'This part of the header or footer was not understood and is kept as it is: “{words}”. Look whether a label or a line break is missing there.',
  ],
  'conflicting-sources': [
    'warning',
    'Two sources give different values for {field}: {values}. The first is used, all are kept. Correct the source that is wrong.',
  ],
  'possible-duplicate': [
    'warning',
    'This may be the same document as {other}: {reason}. Both stand, and are linked. Say in the authority file duplicates.csv whether they are one.',
  ],
  'merge-unknown': [
    'warning',
    'The authority file duplicates.csv takes {slug} for {into}, but there is no document {missing}. Correct the row.',
  ],
  'authority-unreadable': ['error', 'The authority file could not be read: {reason}.'],
  'authority-row': ['warning', 'This row of the authority file is not used: {reason}. Correct it and run again.'],
  'authority-column': [
    'warning',
    'The authority file has the unknown column {column}; it is not read. Known are {known}.',
  ],
  'authority-reference': [
    'warning',
    'This row of the authority file names {column} “{value}”, which no row has as its id. Add that row or correct the id.',
  ],
  'authority-form-shared': [
    'warning',
    'The form “{form}” is given to both {first} and {second}, so it names neither. Take it from one of them.',
  ],
  'registry-row': [
    'error',
    'This row of the registry is not used: {reason}. Take the row back from version control; addresses could change without it.',
  ],
  'name-unplaced': [
    'info',
    'The name “{name}” is in no authority file. Move its row from names.csv, beside this report, into persons.csv.',
  ],
  'shape-violation': ['error', '{message}'],
  'shape-warning': ['warning', '{message}'],
  'shape-info': ['info', '{message}'],
  'shapes-unreadable': ['error', 'The shapes could not be read: {reason}. Correct it there.'],
  'shapes-unsupported': [
    'error',
    'The shape {shape} uses {term}, which is not run here and would let faults pass unseen. Write it in SHACL Core.',
  ],
  'document-rejected': ['error', 'The document {document} is not published in this state: {reason}'],
  'document-stale': ['warning', 'The document {document} stays as it was published in {version}. {reason}'],
  'document-taken-down': [
    'info',
    'The document {document} was taken down: {reason} The next build reports on the rest.',
  ],
  'too-many-withdrawals': [
    'error',
    'This build would withdraw {count} documents, more than maxWithdrawn ({limit}). If that is meant, run it again with --allow-withdrawals.',
  ],
  'strict-refused': [
    'error',
    'Nothing was published, because {count} documents do not conform and --strict asks for it. Mend them, or leave --strict out.',
  ],
  'internal-fault': [
    'error',
    'Dragoman failed on this input ({reason}). The other inputs are not affected; please report it with the file.',
  ],
} as const satisfies Record<string, readonly [Severity, string]>

export type ProblemCode = keyof typeof TABLE

/** One thing to know about an input or a document. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  /** A sentence: what is the matter and how to mend it. */
  readonly message: string
  /** The input's path. */
  readonly path?: string
  /** Line of the source text, from 1. */
  readonly line?: number
  /** IRI of the document concerned. */
  readonly document?: string
}

export interface Where {
  readonly path?: string | undefined
  readonly line?: number | undefined
  readonly document?: string | undefined
}

/** Makes a problem of the given code; `facts` fill the placeholders of its sentence. */
export function problem(
  code: ProblemCode,
  facts: Readonly<Record<string, string | number>> = {},
  where: Where = {},
): Problem {
  const [severity, sentence] = TABLE[code]
  const message = sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(facts[name] ?? placeholder))
  return {
    code,
    severity,
    message,
    ...(where.path !== undefined && { path: where.path }),
    ...(where.line !== undefined && { line: where.line }),
    ...(where.document !== undefined && { document: where.document }),
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is nothing under this name, or it is a link to something that is gone; check the name',
  EACCES: 'you have no permission; ask its owner, or change the permission',
  EPERM: 'you have no permission; ask its owner, or change the permission',
  ELOOP: 'it is a link that leads back to itself; take it away',
  EISDIR: 'it is a folder; name a file',
  EIO: 'the disk failed on it; copy it again from where it came',
}

/** Why a file could not be read, and the mend, without a full stop. */
export function reasonOf(error: unknown): string {
  const { code, message = String(error) } = error as Partial<NodeJS.ErrnoException>
  return REASONS[code ?? ''] ?? message
}

/** A size as people say it: `5.5 MB`. */
export function sizeInWords(bytes: number): string {
  const [unit, one] = (
    [
      ['GB', 1e9],
      ['MB', 1e6],
      ['KB', 1e3],
    ] as const
  ).find(([, least]) => bytes >= least) ?? ['bytes', 1]
  return `${Number((bytes / one).toPrecision(4))} ${unit}`
}

/** All codes with their severity and sentence, for the documentation and its test. */
export const problemTable: ReadonlyMap<ProblemCode, { readonly severity: Severity; readonly sentence: string }> =
  new Map(
    (Object.keys(TABLE) as ProblemCode[]).map((code) => [code, { severity: TABLE[code][0], sentence: TABLE[code][1] }]),
  )

/** Line number, from 1, of a UTF-16 offset in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
