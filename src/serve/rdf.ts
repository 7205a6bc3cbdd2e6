/** RDF by negotiation or by ending: which forms there are, and their representations. */
import type { Quad } from '@rdfjs/types'
import { FORMATS, type RdfFormat } from '../rdf/formats.ts'
import { serialise } from '../rdf/serialise.ts'
import { withoutGraphs } from '../release/web-document.ts'
import { HTML } from './forms.ts'
import type { Representation } from './representations.ts'
import { represent } from './send.ts'

/** A page of data, or one of their RDF forms. */
export type DataForm = typeof HTML | RdfFormat

export const RDF_FORMS: readonly RdfFormat[] = Object.values(FORMATS)
/** A page first: what a browser gets, and whoever takes anything. */
export const ALL_FORMS: readonly DataForm[] = [HTML, ...RDF_FORMS]
/** RDF first: for addresses that machines ask without naming a type. */
export const DATA_FORMS: readonly DataForm[] = [...RDF_FORMS, HTML]

/** Whether a form is one of RDF. */
export const isRdf = (form: DataForm): form is RdfFormat => 'key' in form

/** Quads in a format. Only N-Quads and TriG name graphs: clients that ask for the others look into the default graph. */
export function rdfRepresentation(quads: readonly Quad[], { key, mediaType }: RdfFormat): Representation {
  const namesGraphs = key === 'nquads' || key === 'trig'
  return represent(mediaType, serialise(namesGraphs ? quads : withoutGraphs(quads), key))
}
