/** The forms of a name: which they are, of what kind, and where they stand. */

import type { VNode } from 'preact'
import { dip } from '../rdf/vocabulary/dip.ts'
import { valueKey } from '../search/facets.ts'
import { type Description, fragmentOf, lastPart } from './description.ts'
import { type Context, Joined, Resource } from './parts.tsx'
import { searchAddress } from './search-address.ts'

/** Documents that are named for each form, and for each position. */
export const MOST_DOCUMENTS = 3

/** A form as it is written, whatever it was taken for. */
export interface NameForm {
  /** Of each kind that it is. */
  readonly iris: readonly string[]
  readonly value: string
  /** BCP 47; empty where it is not known. */
  readonly language: string
  /** `code name`, `variant`. */
  readonly kinds: readonly string[]
  /** IRIs of the documents in which it stands. */
  readonly documents: readonly string[]
}

/** The forms, the most used first. */
export function nameForms(about: Description, iri: string): readonly NameForm[] {
  const forms = new Map<string, NameForm>()
  for (const { value: form } of about.all(iri, dip.hasNameForm)) {
    const name = about.one(form, dip.nameValue)
    const language = name?.termType === 'Literal' && name.language !== 'und' ? name.language : ''
    const value = name?.value ?? ''
    // Capitals at the head of a sentence make no other form.
    const known = forms.get(value.toLowerCase())
    const documents = about.all(form, dip.attestedIn).map((document) => document.value)
    forms.set(value.toLowerCase(), {
      iris: [...(known?.iris ?? []), form],
      value: known?.value ?? value,
      language: known?.language || language,
      kinds: [...(known?.kinds ?? []), lastPart(about.text(form, dip.nameKind))],
      documents: [...new Set([...(known?.documents ?? []), ...documents])],
    })
  }
  return [...forms.values()].toSorted((a, b) => b.documents.length - a.documents.length || (a.value < b.value ? -1 : 1))
}

export function NameForms({ context, iri }: { context: Context; iri: string }): VNode | null {
  const forms = nameForms(context.about, iri)
  if (forms.length === 0) return null
  const isCode = ({ kinds }: NameForm) => kinds.includes('code name')
  const code = forms.filter(isCode)
  const seen = forms.filter(({ documents }) => documents.length > 0)
  const unseen = forms.filter(({ documents }) => documents.length === 0)
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names</h2>
      {code.length > 0 && (
        <p>
          Under cover: <Joined parts={code.map(({ value }) => <strong>{value}</strong>)} />
        </p>
      )}
      {seen.length > 0 && <Seen context={context} iri={iri} forms={seen} />}
      {unseen.length > 0 && (
        <p>
          <span class="small">In no document here: </span>
          <Joined
            parts={unseen.map((form) => (
              <span id={fragmentOf(form.iris[0] ?? '')} lang={form.language || undefined} title={form.kinds.join(', ')}>
                <bdi>{form.value}</bdi>
              </span>
            ))}
          />
        </p>
      )}
    </section>
  )
}

function Seen({ context, iri, forms }: { context: Context; iri: string; forms: readonly NameForm[] }): VNode {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Form</th>
            <th scope="col">Kind</th>
            <th scope="col" class="number">
              Documents
            </th>
            <th scope="col">Where it stands</th>
          </tr>
        </thead>
        <tbody>
          {forms.map((form) => (
            <tr id={fragmentOf(form.iris[0] ?? '')}>
              <td lang={form.language || undefined}>
                <bdi>{form.value}</bdi>
              </td>
              <td class="small">{form.kinds.join(', ')}</td>
              <td class="number">{form.documents.length}</td>
              <td class="small">
                <Joined
                  parts={form.documents
                    .slice(0, MOST_DOCUMENTS)
                    .map((document) => <Resource context={context} iri={document} />)}
                />
                {form.documents.length > MOST_DOCUMENTS && <More context={context} form={form} iri={iri} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function More({ context: { site }, form, iri }: { context: Context; form: NameForm; iri: string }): VNode {
  const more = form.documents.length - MOST_DOCUMENTS
  const thing = site.iris.parse(iri)
  const facet = thing?.kind === 'place' ? 'place' : 'person'
  const chosen = thing === undefined ? {} : { [facet]: [valueKey(facet, thing)] }
  const search = searchAddress(site.root, { q: `"${form.value}"`, chosen })
  return thing === undefined ? (
    <> and {more} more</>
  ) : (
    <>
      {' · '}
      <a href={search}>{more} more</a>
    </>
  )
}
