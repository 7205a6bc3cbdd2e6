/** Typed links of a thing's page and of its other forms (Signposting, level 1), as the value of `Link`. */
import { SCHEMA_TYPES } from '../crosswalk/schema-things.ts'
import type { Kind } from '../iris.ts'
import type { Release } from '../release/read.ts'
import { alternates, isHtml } from './forms.ts'
import type { ThingForm } from './thing-forms.ts'

export interface Linked {
  readonly kind: Kind
  readonly iri: string
  /** Address of the page in use. */
  readonly page: string
  readonly forms: readonly ThingForm[]
  readonly form: ThingForm
}

/** Every form of the page; from a page to its metadata and content, from these back to the page. */
export function linksOf(release: Release, { kind, iri, page, forms, form }: Linked): string {
  const license = release.manifest.collection.dataset.license
  const common = [alternates(forms, page), ...(license === undefined ? [] : [`<${license}>; rel="license"`])]
  const dataset = `<${release.iris.base}/dataset>; rel="collection"`
  const back = (relation: string) => `<${page}>; rel="${relation}"; type="text/html"`
  if (form.role === 'content') return [...common, back('collection')].join(', ')
  if (form.role === 'metadata') return [...common, dataset, back('describes')].join(', ')
  const to = (role: ThingForm['role'], relation: string) =>
    forms
      .filter((other) => other.role === role && !isHtml(other))
      .map(({ extension, mediaType }) => `<${page}.${extension}>; rel="${relation}"; type="${mediaType}"`)
  return [
    ...common,
    dataset,
    `<${encodeURI(iri)}>; rel="cite-as"`,
    ...to('metadata', 'describedby'),
    ...to('content', 'item'),
    `<https://schema.org/AboutPage>; rel="type"`,
    `<https://schema.org/${SCHEMA_TYPES[kind] ?? 'Thing'}>; rel="type"`,
  ].join(', ')
}
