/**
 * The correspondence as a network, in the columns that Gephi, igraph and networkx take: people and bodies are nodes, and
 * each letter is one edge from each sender to each recipient. Parallel edges are letters: programs add their weights up.
 */
import { documentType } from '../rdf/vocabulary/schemes.ts'
import { isoDay } from './calendar.ts'
import { authorityOf, type Letter } from './correspondence.ts'
import type { Agent } from './record.ts'
import { inOneLine } from './reference.ts'

/** `source` and `target` are IDs of nodes; `type` is Gephi's word for an edge with a direction. */
export const EDGE_COLUMNS = [
  'source',
  'target',
  'type',
  'weight',
  'date',
  'earliest',
  'latest',
  'relation',
  'genre',
  'document',
  'title',
] as const

export const NODE_COLUMNS = ['id', 'label', 'kind', 'authority'] as const

type Cell = string | number | undefined

/** The edges of a letter: none where a side is not known. */
export function edgesOf({ facts, senders, recipients, sent }: Letter): readonly (readonly Cell[])[] {
  const genre = facts.type?.iri.slice(documentType.iri.length)
  const date = sent && [sent.from, ...(sent.to ? [sent.to] : [])].map(isoDay).join('/')
  const title = inOneLine(facts.title.value)
  return senders.flatMap((sender) =>
    recipients.map((recipient) => [
      sender.iri,
      recipient.iri,
      'Directed',
      1,
      date,
      facts.date?.earliest,
      facts.date?.latest,
      recipient.roles.includes('recipient') ? 'recipient' : 'ultimateRecipient',
      genre,
      facts.iri,
      title,
    ]),
  )
}

/** The row of a node. */
export const nodeRow = ({ iri, label, kind }: Agent, links: readonly string[]): readonly Cell[] => [
  iri,
  inOneLine(label),
  kind,
  authorityOf(links),
]
