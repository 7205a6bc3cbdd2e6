/** RDF by negotiation or by ending: which forms there are, and their representations. */
import type { Quad } from '@rdfjs/types'
import { FORMATS, type RdfFormat } from '../rdf/formats.ts'
import { serialise } from '../rdf/serialise.ts'
import { withoutGraphs } from '../release/web-document.ts'
import { HttpFailure } from './failure.ts'
import { negotiate, type Offer } from './negotiate.ts'
import type { Representation } from './representations.ts'
import { represent } from './send.ts'

export const HTML = { mediaType: 'text/html', extension: 'html', label: 'HTML' } as const
export type Form = typeof HTML | RdfFormat
export const isHtml = (form: Form): form is typeof HTML => form === HTML

export const RDF_FORMS: readonly RdfFormat[] = Object.values(FORMATS)
/** A page first: what a browser gets, and whoever takes anything. */
export const ALL_FORMS: readonly Form[] = [HTML, ...RDF_FORMS]
/** RDF first: for addresses that machines ask without naming a type. */
export const DATA_FORMS: readonly Form[] = [...RDF_FORMS, HTML]

/** The form that `Accept` wants. @throws HttpFailure 406 */
export function chooseForm<T extends Form>(accept: string | undefined, forms: readonly T[], address: string): T {
  const form = negotiate<T & Offer>(accept, forms)
  if (form !== undefined) return form
  throw new HttpFailure(406, `This is to be had as ${forms.map(({ mediaType }) => mediaType).join(', ')}.`, {
    Link: alternates(forms, address),
  })
}

/** The `Link` header that names every form of an address. */
export const alternates = (forms: readonly Form[], address: string): string =>
  forms.map(({ mediaType, extension }) => `<${address}.${extension}>; rel="alternate"; type="${mediaType}"`).join(', ')

/** Quads in a format. Only N-Quads and TriG name graphs: clients that ask for the others look into the default graph. */
export function rdfRepresentation(quads: readonly Quad[], { key, mediaType }: RdfFormat): Representation {
  const namesGraphs = key === 'nquads' || key === 'trig'
  return represent(mediaType, serialise(namesGraphs ? quads : withoutGraphs(quads), key))
}
