/** CSL-JSON (Citation Style Language 1.0.2, schema csl-data): what word processors and Pandoc cite from. */
import type { CalendarDate, Day } from './calendar.ts'
import { partedName } from './names.ts'
import type { Agent } from './record.ts'
import { inOneLine, type Reference } from './reference.ts'

/** The references as a list of CSL items. */
export function writeCsl(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(cslItem), undefined, 2)}\n`
}

/** One item; what is not known is left out. */
export function cslItem(reference: Reference): Readonly<Record<string, unknown>> {
  const { genre, authors, recipients, translators, editors, date, locations, languages, keywords } = reference
  const printed = reference.reprints.map((book) => `Printed in: ${book}`)
  const notes = [...printed, ...(reference.note === undefined ? [] : [reference.note])]
  const item = {
    id: reference.key,
    type: genre.csl,
    genre: reference.kind,
    title: reference.title,
    author: names(authors),
    recipient: names(recipients),
    translator: names(translators),
    editor: names(editors),
    issued: date && dateOf(date),
    number: reference.number,
    archive: reference.archive,
    archive_location: locations.length > 0 ? locations.join('; ') : undefined,
    'event-place': reference.place,
    'container-title': reference.container,
    source: reference.collection,
    publisher: reference.publisher,
    language: languages[0]?.tag,
    keyword: keywords.length > 0 ? keywords.join('; ') : undefined,
    abstract: reference.abstract,
    note: notes.length > 0 ? notes.join('. ') : undefined,
    URL: encodeURI(reference.address),
  }
  return Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? inOneLine(value) : value]),
  )
}

function names(agents: readonly Agent[]): readonly object[] | undefined {
  if (agents.length === 0) return undefined
  return agents.map((agent) => {
    const name = partedName(agent)
    return 'whole' in name ? { literal: name.whole } : name
  })
}

const dateOf = ({ from, to, isUncertain }: CalendarDate): object => ({
  'date-parts': [from, ...(to ? [to] : [])].map(partsOf),
  ...(isUncertain && { circa: true }),
})

const partsOf = ({ year, month, day }: Day): readonly number[] =>
  [year, month, day].filter((part) => part !== undefined)
