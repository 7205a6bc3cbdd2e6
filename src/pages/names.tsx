/** The forms of a name: which they are, of what kind, and where they stand. */
import type { VNode } from 'preact'
import { dip } from '../rdf/vocabulary/dip.ts'
import { type Description, fragmentOf, lastPart } from './description.ts'
import { href } from './page.ts'
import { type Context, Joined, Resource } from './parts.tsx'

/** Documents that are named for each form. */
const MOST_DOCUMENTS = 3

export interface NameForm {
  readonly iri: string
  readonly value: string
  /** BCP 47; empty where it is not known. */
  readonly language: string
  /** `code name`, `variant`. */
  readonly kind: string
  /** IRIs of the documents in which it stands. */
  readonly documents: readonly string[]
}

/** The forms, the most used first. */
export const nameForms = (about: Description, iri: string): readonly NameForm[] =>
  about
    .all(iri, dip.hasNameForm)
    .map(({ value }) => {
      const name = about.one(value, dip.nameValue)
      const language = name?.termType === 'Literal' ? name.language : ''
      return {
        iri: value,
        value: name?.value ?? '',
        language: language === 'und' ? '' : language,
        kind: lastPart(about.text(value, dip.nameKind)),
        documents: about.all(value, dip.attestedIn).map((document) => document.value),
      }
    })
    .toSorted((a, b) => b.documents.length - a.documents.length || (a.value < b.value ? -1 : 1))

export function NameForms({ context, iri }: { context: Context; iri: string }): VNode | null {
  const forms = nameForms(context.about, iri)
  if (forms.length === 0) return null
  const slug = context.site.iris.parse(iri)?.slug ?? ''
  const isCode = ({ kind }: NameForm) => kind === 'code name'
  const code = forms.filter(isCode)
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names</h2>
      {code.length > 0 && (
        <p>
          Under cover: <Joined parts={code.map(({ value }) => <strong>{value}</strong>)} />
        </p>
      )}
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
              <tr id={fragmentOf(form.iri)}>
                <td lang={form.language || undefined}>
                  <bdi>{form.value}</bdi>
                </td>
                <td class="small">{form.kind}</td>
                <td class="number">{form.documents.length || '–'}</td>
                <td class="small">
                  <Joined
                    parts={form.documents
                      .slice(0, MOST_DOCUMENTS)
                      .map((document) => <Resource context={context} iri={document} />)}
                  />
                  {form.documents.length > MOST_DOCUMENTS && (
                    <More context={context} form={form} slug={slug} iri={iri} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function More({ context, form, slug, iri }: { context: Context; form: NameForm; slug: string; iri: string }): VNode {
  const more = form.documents.length - MOST_DOCUMENTS
  const facet = context.site.iris.parse(iri)?.kind === 'place' ? 'place' : 'person'
  const search = `${context.site.root}/search?${new URLSearchParams({ q: `"${form.value}"`, [facet]: slug })}`
  return href(context.site, iri) === '' ? (
    <> and {more} more</>
  ) : (
    <>
      {' · '}
      <a href={search}>{more} more</a>
    </>
  )
}
