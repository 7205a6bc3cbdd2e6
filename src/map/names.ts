/** Names as nodes: every form by which an actor or place is known, and where it is attested. */
import type { NamedNode, Quad } from 'n3'
import type { Entity } from '../authority/authority.ts'
import type { Name, NameForm, NameKind, SourceText } from '../document.ts'
import { shortHash, slugify } from '../iris.ts'
import { oneLine } from '../letters.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { nameKind } from '../rdf/vocabulary/schemes.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { describe, isA, namedNode, type Properties, scriptLanguage, textIn } from './quads.ts'
import type { Scope } from './scope.ts'

/** The node of one form of a name: `{person}#name-inverted-kim-il-sung`. */
export const formNode = (entity: NamedNode, { kind, value }: NameForm): NamedNode =>
  namedNode(`${entity.value}#name-${kind}-${slugify(value) || shortHash(value)}`)

/** Forms of a name as nodes of the entity. */
export function mapForms(graph: NamedNode, entity: NamedNode, forms: readonly NameForm[]): Quad[] {
  return forms.flatMap((form) => [
    ...describe(graph, entity, [[dip.hasNameForm, formNode(entity, form)]]),
    ...describe(graph, formNode(entity, form), [
      isA('NameForm'),
      [dip.nameValue, textIn(scriptLanguage(form.value), form.value)],
      [dip.nameKind, nameKind[form.kind]],
    ]),
  ])
}

/** The same forms as plain labels: a misreading is hidden from people, not from searches. */
export function formLabels(label: string, forms: readonly NameForm[]): Properties {
  const literal = (value: string) => textIn(scriptLanguage(value), value)
  const others = forms.filter(({ value }) => value !== label)
  return [
    [skos.prefLabel, literal(label)],
    ...others.map(({ kind, value }) => {
      return [kind === 'reading-error' ? skos.hiddenLabel : skos.altLabel, literal(value)] as const
    }),
  ]
}

/** The forms that one occurrence of a name attests: the name in reading order, and every form given with it. */
export function attestedForms(name: Name, entity: Entity): NameForm[] {
  const kind = name.kind === 'person' ? personFormKind(name.label, entity) : 'established'
  const own = name.forms.find(({ value }) => value === name.label) ?? { value: name.label, kind }
  return [own, ...name.forms.filter(({ value }) => value !== name.label)].map((form) => asCurated(form, entity))
}

/** Texts in one line and in lower case, for as long as they are mapped. */
const loweredTexts = new WeakMap<SourceText, string>()

function lowered(source: SourceText): string {
  const known = loweredTexts.get(source) ?? oneLine(source.text).toLowerCase()
  loweredTexts.set(source, known)
  return known
}

/**
 * Of these, the forms that stand in the document. What somebody is called here (`Joseph Stalin`) stands only in some of
 * the documents that name him (`Stalin`), unless it is the written name in reading order (`KIM, Il Sung`).
 */
export function writtenForms({ members }: Pick<Scope, 'members'>, forms: readonly NameForm[]): readonly NameForm[] {
  const [own, ...others] = forms
  if (own === undefined || others.length === 0) return forms
  const wordsOf = ({ value }: NameForm) => slugify(value).split('-').toSorted().join(' ')
  const isWritten =
    others.some((other) => wordsOf(other) === wordsOf(own)) ||
    members.some(({ source }) => lowered(source).includes(own.value.toLowerCase()))
  return isWritten ? forms : others
}

/** Capitals and points make no form of its own where a curator has written the same. */
function asCurated(form: NameForm, entity: Entity): NameForm {
  const same = ({ kind, value }: NameForm) => kind === form.kind && slugify(value) === slugify(form.value)
  return entity.forms.find(same) ?? form
}

/** How a form of a person's name stands to the established one. */
function personFormKind(form: string, entity: Entity): NameKind {
  const curated = entity.curated ? entity.forms.find(({ value }) => value === form) : undefined
  if (curated !== undefined) return curated.kind
  const words = slugify(form).split('-')
  if (words.length === 1) return 'surname'
  if (form === entity.label) return 'established'
  return words.some((word) => word.length === 1) ? 'initials-and-surname' : 'variant'
}

/** Forms of a name with the document that has them. */
export function attested(scope: Scope, graph: NamedNode, entity: NamedNode, forms: readonly NameForm[]): Quad[] {
  return [
    ...mapForms(graph, entity, forms),
    ...forms.flatMap((form) => describe(graph, formNode(entity, form), [[dip.attestedIn, scope.iri]])),
  ]
}
