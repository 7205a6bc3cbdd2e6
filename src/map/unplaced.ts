/** The names in one document that no curated file places: what those who keep these files have still to do. */
import type { Entity } from '../authority/authority.ts'
import type { Found, Name, SourceDocument, SourceText } from '../document.ts'
import { lineAt } from '../problem.ts'
import { readRole } from './holdings.ts'
import { facts, placeNamed, type Scope } from './scope.ts'
import type { Told } from './statements.ts'
import { headingSlug } from './subjects.ts'

/** `unknown` is a loosely named group, or a name of no known kind. */
export type UnplacedKind = Entity['kind'] | 'archive' | 'subject' | 'unknown'

export interface UnplacedName {
  readonly kind: UnplacedKind
  /** The last part of the address that it has without a curated entry, which an entry best keeps as its id. */
  readonly id: string
  readonly label: string
  /** Other forms in the document; of a heading its components. */
  readonly forms: readonly string[]
  readonly occurrences: number
  /** Where it stands first. */
  readonly path: string
  readonly line: number
}

interface Occurrence extends Pick<UnplacedName, 'kind' | 'id' | 'label' | 'forms'> {
  readonly source: SourceText
  readonly at: number
}

/** Each name once, in the order in which it is met: the parties and marks of the paper, then its running text. */
export function unplacedNames(scope: Scope, told: readonly Told[]): UnplacedName[] {
  const met = new Map<string, Occurrence[]>()
  const add = (occurrence: Occurrence) => {
    const key = `${occurrence.kind}/${occurrence.id}`
    met.set(key, [...(met.get(key) ?? []), occurrence])
  }
  for (const occurrence of [...inRecords(scope), ...told.flatMap((t) => mentioned(scope, t))]) add(occurrence)
  // Who acts or takes part is mentioned as well, as a rule: only those who are not count here.
  const mentions = new Set(met.keys())
  for (const occurrence of told.flatMap((t) => reported(scope, t)))
    if (!mentions.has(`${occurrence.kind}/${occurrence.id}`)) add(occurrence)
  return [...met.values()].flatMap(([first, ...others]): UnplacedName[] => {
    if (first === undefined) return []
    const { kind, id, label, forms, source, at } = first
    const all = new Set([first, ...others].flatMap((other) => [other.label, ...other.forms]))
    if (kind !== 'subject') all.delete(label)
    return [
      {
        kind,
        id,
        label,
        forms: kind === 'subject' ? forms : [...all],
        occurrences: others.length + 1,
        path: source.path,
        line: lineAt(source.text, at),
      },
    ]
  })
}

type Place = Pick<Occurrence, 'source' | 'at'>

function inRecords(scope: Scope): Occurrence[] {
  const { files, schemes } = scope.context.authority
  const headings = new Set(files.subjects.map(({ id }) => id))
  const archives = new Set(schemes.map(({ archive }) => archive))
  const placeOf = ({ span }: Found<unknown>, source: SourceText): Place => ({ source, at: span.start })
  return [
    ...scope.members.flatMap(({ document, source }) =>
      namesIn(document).flatMap(({ found, name }) => named(scope, name, placeOf(found, source))),
    ),
    ...facts(scope, (document) => document.places).flatMap(({ found, member }) =>
      ofEntity(placeNamed(scope, found.value.label), found.value, placeOf(found, member.source)),
    ),
    ...facts(scope, (document) => document.archival).flatMap(({ found, member }): Occurrence[] => {
      const { archive: id, archiveLabel: label, printed } = found.value
      return printed || archives.has(id)
        ? []
        : [{ kind: 'archive', id, label, forms: [], ...placeOf(found, member.source) }]
    }),
    ...facts(scope, (document) => [...document.subjects, ...document.topics]).flatMap(
      ({ found, member }): Occurrence[] => {
        const id = headingSlug(found.value)
        const { label, components } = found.value
        const forms = components.length > 1 ? components : []
        return headings.has(id) ? [] : [{ kind: 'subject', id, label, forms, ...placeOf(found, member.source) }]
      },
    ),
  ]
}

const mentioned = (scope: Scope, { member, statements }: Told): Occurrence[] =>
  statements.mentions.flatMap(({ value, span }) => named(scope, value.name, { source: member.source, at: span.start }))

function reported(scope: Scope, { member, statements: { events, acts } }: Told): Occurrence[] {
  const { source } = member
  return [
    ...events.flatMap(({ value, span }) => [
      ...value.participants.flatMap(({ name }) => named(scope, name, { source, at: span.start })),
      ...(value.place === undefined
        ? []
        : ofEntity(placeNamed(scope, value.place.label), value.place, { source, at: span.start })),
    ]),
    ...acts.flatMap(({ value, span }) =>
      [
        ...value.actors,
        ...value.addressees,
        ...value.onBehalfOf,
        ...value.relayedBy,
        ...(value.appointee === undefined ? [] : [value.appointee]),
        ...(value.appointedTo === undefined ? [] : [value.appointedTo]),
      ].flatMap((name) => named(scope, name, { source, at: span.start })),
    ),
  ]
}

/** A name, and the position that is said with it. */
function named(scope: Scope, name: Name, place: Place): Occurrence[] {
  const entity = scope.names.entity(name)
  const label = name.role === undefined || entity.kind !== 'person' ? '' : readRole(name.role).position
  const position: Name = { kind: 'position', label, forms: [] }
  return [
    ...ofEntity(entity, name, place),
    ...(label === '' ? [] : ofEntity(scope.names.entity(position), position, place)),
  ]
}

function ofEntity({ kind, slug, label, curated, loose }: Entity, name: Name, place: Place): Occurrence[] {
  if (curated) return []
  const forms = [name.label, ...name.forms.map(({ value }) => value)].filter((form) => form !== label)
  return [{ kind: loose ? 'unknown' : kind, id: slug, label, forms, ...place }]
}

/** The names of a record with the words in which they stand. */
function namesIn(document: SourceDocument): { readonly found: Found<unknown>; readonly name: Name }[] {
  const take = <T>(list: readonly Found<T>[], of: (value: T) => readonly (Name | undefined)[]) =>
    list.flatMap((found) => of(found.value).flatMap((name) => (name === undefined ? [] : [{ found, name }])))
  return [
    ...take(document.parties, ({ name }) => [name]),
    ...take(document.numbers, ({ office }) => [office]),
    ...take(document.stamps, ({ office, numbers }) => [office, ...numbers.map(({ value }) => value.office)]),
    ...take(document.distribution, ({ recipient }) => [recipient]),
    ...take(document.credits, ({ name }) => [name]),
    ...take(document.donors, (name) => [name]),
    ...document.encloses.flatMap(namesIn),
  ]
}
