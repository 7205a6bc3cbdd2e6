/** A network as GraphML, which Gephi, yEd, igraph and networkx read. */
import { element, type Markup } from '../rdf/xml.ts'

export interface GraphNode {
  readonly id: string
  readonly label: string
  readonly kind: string
}

export interface GraphEdge {
  readonly source: string
  readonly target: string
  readonly weight: number
  /** First and last day, `YYYY-MM-DD`, or empty. */
  readonly earliest: string
  readonly latest: string
}

const KEYS = [
  ['label', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['weight', 'edge', 'int'],
  ['earliest', 'edge', 'string'],
  ['latest', 'edge', 'string'],
] as const

/** The file as text. @param isDirected whether source and target are no equals */
export function graphml(nodes: readonly GraphNode[], edges: readonly GraphEdge[], isDirected: boolean): string {
  const graph = element(
    'graphml',
    { xmlns: 'http://graphml.graphdrawing.org/xmlns' },
    KEYS.map(([name, of, type]) => element('key', { id: name, for: of, 'attr.name': name, 'attr.type': type })),
    element(
      'graph',
      { edgedefault: isDirected ? 'directed' : 'undirected' },
      nodes.map(({ id, label, kind }) => element('node', { id }, data('label', label), data('kind', kind))),
      edges.map(({ source, target, weight, earliest, latest }) =>
        element(
          'edge',
          { source, target },
          data('weight', String(weight)),
          data('earliest', earliest),
          data('latest', latest),
        ),
      ),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${graph.markup}\n`
}

const data = (key: string, value: string): Markup | undefined =>
  value === '' ? undefined : element('data', { key }, value)
