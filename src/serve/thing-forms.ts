/** The forms of a thing: one table drives endings, negotiation, links, and what is sent. */
import type { Quad } from '@rdfjs/types'
import { writeBibtex } from '../crosswalk/bibtex.ts'
import { writeCsl } from '../crosswalk/csl.ts'
import { documentFacts } from '../crosswalk/facts.ts'
import { type Reference, referenceTo } from '../crosswalk/reference.ts'
import { writeRis } from '../crosswalk/ris.ts'
import type { Kind } from '../iris.ts'
import { FORMATS } from '../rdf/formats.ts'
import { fullText, isTextOpen } from '../release/full-text.ts'
import type { Release } from '../release/read.ts'
import { aboutWebDocument } from '../release/web-document.ts'
import { type Form, HTML } from './forms.ts'
import { rdfRepresentation } from './rdf.ts'
import type { Representation } from './representations.ts'
import { represent } from './send.ts'

/** A thing that the release describes. */
export interface Thing {
  readonly release: Release
  readonly kind: Kind
  readonly slug: string
  readonly iri: string
  readonly quads: readonly Quad[]
}

export interface ThingForm extends Form {
  /** What it is to the page: the page itself, what describes it, or the content that it is about. */
  readonly role: 'page' | 'metadata' | 'content'
  /** The kinds of things that have it; absent where all have. */
  readonly kinds?: readonly Kind[]
  /** To be had by its ending alone: `Accept` means something else by its media type. */
  readonly isByEndingOnly?: true
  /** Whether a thing of these kinds has it; absent where each has. */
  isThere?(release: Release, iri: string): Promise<boolean>
  /** @param html makes the page; undefined where the thing does not have this form after all */
  write(thing: Thing, html: () => Promise<string>): Promise<Representation | undefined>
}

const citation = (form: Form, write: (references: readonly Reference[]) => string): ThingForm => ({
  ...form,
  role: 'metadata',
  kinds: ['document'],
  write: async ({ release, iri, quads }) =>
    represent(form.mediaType, write([referenceTo(documentFacts(quads, release.iris, iri))])),
})

/** A page first: what a browser gets, and whoever takes anything. */
const FORMS: readonly ThingForm[] = [
  { ...HTML, role: 'page', write: async (_thing, html) => represent(HTML.mediaType, await html()) },
  ...Object.values(FORMATS).map(
    (format): ThingForm => ({
      ...format,
      role: 'metadata',
      write: async ({ release, kind, slug, quads }) => {
        const about = aboutWebDocument(release.iris, kind, slug, release.manifest.collection.dataset.license)
        return rdfRepresentation([...quads, ...about], format)
      },
    }),
  ),
  citation(
    { mediaType: 'application/x-bibtex', aliases: ['text/x-bibtex'], extension: 'bib', label: 'BibTeX' },
    writeBibtex,
  ),
  citation({ mediaType: 'application/x-research-info-systems', extension: 'ris', label: 'RIS' }, writeRis),
  citation(
    {
      mediaType: 'application/vnd.citationstyles.csl+json',
      aliases: ['application/citeproc+json'],
      extension: 'csl.json',
      label: 'CSL-JSON',
    },
    writeCsl,
  ),
  {
    mediaType: 'text/plain',
    extension: 'txt',
    label: 'Text',
    role: 'content',
    kinds: ['document'],
    // N-Triples were sent as plain text once, and clients of that time still ask so.
    isByEndingOnly: true,
    isThere: isTextOpen,
    write: async ({ release, iri }) => {
      const text = await fullText(release, iri)
      return text === undefined ? undefined : represent('text/plain', `${text}\n`)
    },
  },
]

const ENDINGS = new Map(FORMS.map((form) => [form.extension, form]))

/** The form of an ending, whether or not a kind has it. */
export const formOfEnding = (ending: string): ThingForm | undefined => ENDINGS.get(ending)

export const isOfKind = ({ kinds }: ThingForm, kind: Kind): boolean => kinds === undefined || kinds.includes(kind)

/** The forms in which a thing is to be had. */
export async function formsOf(release: Release, kind: Kind, iri: string): Promise<readonly ThingForm[]> {
  const there = await Promise.all(
    FORMS.map(
      async (form) => isOfKind(form, kind) && (form.isThere === undefined || (await form.isThere(release, iri))),
    ),
  )
  return FORMS.filter((_, index) => there[index])
}
