/** The positions of a person over time. */
import type { VNode } from 'preact'
import { compare } from '../drawing/ties.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { type Description, fragmentOf, lastPart } from './description.ts'
import { MOST_DOCUMENTS } from './names.tsx'
import { number } from './numbers.ts'
import { type Context, Joined, Resource } from './parts.tsx'

export interface Holding {
  readonly iri: string
  readonly position: string
  /** `in office`, `acting`. */
  readonly status: string
  /** EDTF as the curator wrote it. */
  readonly from: string
  readonly to: string
  /** First and last day on which a document shows it, `YYYY-MM-DD`; empty where none has a date. */
  readonly earliest: string
  readonly latest: string
  readonly documents: readonly string[]
  readonly source: string
}

/** The first and the last day that a date may mean, `YYYY-MM-DD`, by the IRI of its statement. */
export type Days = ReadonlyMap<string, { readonly earliest: string; readonly latest: string }>

/**
 * By time: what began first, first; what is not dated, last, what most documents show before the others.
 * @param days of the dates on which holdings are attested, as far as they are known
 */
export function holdingsOf(about: Description, iri: string, days: Days): readonly Holding[] {
  const holdings = about
    .subjects(`${iri}#holding-`)
    .filter((node) => about.isA(node, dip.PositionHolding))
    .map((node): Holding => {
      const dated = (property: { readonly value: string }) => about.text(about.text(node, property), dip.edtf)
      const seen = about.all(node, dip.attestedOn).flatMap(({ value }) => days.get(value) ?? [])
      return {
        iri: node,
        position: about.text(node, dip.position),
        status: lastPart(about.text(node, dip.holdingStatus)),
        from: dated(dip.holdingFrom),
        to: dated(dip.holdingTo),
        earliest: seen.map(({ earliest }) => earliest).toSorted()[0] ?? '',
        latest:
          seen
            .map(({ latest }) => latest)
            .toSorted()
            .at(-1) ?? '',
        documents: about.all(node, dip.attestedIn).map(({ value }) => value),
        source: about.text(node, dcterms.source),
      }
    })
  const begin = ({ from, earliest }: Holding) => from || earliest || '~'
  return holdings.toSorted(
    (a, b) => compare(begin(a), begin(b)) || b.documents.length - a.documents.length || compare(a.iri, b.iri),
  )
}

export function Holdings({ context, iri, days }: { context: Context; iri: string; days: Days }): VNode | null {
  const holdings = holdingsOf(context.about, iri, days)
  if (holdings.length === 0) return null
  // Where no curator has dated any, documents alone say when.
  const isDated = holdings.some(({ from, to }) => from !== '' || to !== '')
  const isSourced = holdings.some(({ source }) => source !== '')
  return (
    <section aria-labelledby="positions">
      <h2 id="positions">Positions</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              {isDated && <th scope="col">From</th>}
              {isDated && <th scope="col">To</th>}
              <th scope="col">Position</th>
              <th scope="col">Seen in documents</th>
              {isSourced && <th scope="col">Source</th>}
            </tr>
          </thead>
          <tbody>
            {holdings.map((holding) => (
              <tr id={fragmentOf(holding.iri)}>
                {isDated && <td>{holding.from || '–'}</td>}
                {isDated && <td>{holding.to || '–'}</td>}
                <td>
                  <Resource context={context} iri={holding.position} />
                  {holding.status !== 'in office' && holding.status !== '' && (
                    <>
                      {' '}
                      <span class="badge">{holding.status}</span>
                    </>
                  )}
                </td>
                <td class="small">
                  <Seen context={context} holding={holding} />
                </td>
                {isSourced && <td class="small">{holding.source}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Seen({ context, holding }: { context: Context; holding: Holding }): VNode {
  const { earliest, latest, documents } = holding
  return (
    <>
      {earliest !== '' && (latest === earliest ? earliest : `${earliest} to ${latest}`)}
      {earliest !== '' && documents.length > 0 && ': '}
      <Joined
        parts={documents.slice(0, MOST_DOCUMENTS).map((document) => <Resource context={context} iri={document} />)}
      />
      {documents.length > MOST_DOCUMENTS && ` and ${number(documents.length - MOST_DOCUMENTS)} more`}
    </>
  )
}
