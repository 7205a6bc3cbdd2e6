/** Who wrote to whom, and who met whom: the strongest ties as a drawing, all that are drawn as a table. */
import type { VNode } from 'preact'
import { LETTERS, type Network, type NetworkDrawing } from '../drawing/network.ts'
import type { Tie } from '../drawing/ties.ts'
import { renderPage } from './layout.tsx'
import { counted, number } from './numbers.ts'
import { TieFigure } from './tie-figure.tsx'
import {
  betweenLink,
  Downloads,
  datesIn,
  Filters,
  pageOf,
  searchFor,
  type View,
  Wide,
  withParameters,
  YearFields,
  type YearFilter,
  yearsIn,
} from './view-parts.tsx'

export type NetworkOf = 'letters' | 'meetings'

export interface NetworkPage {
  readonly view: View
  readonly of: NetworkOf
  readonly network: Network
  readonly drawing: NetworkDrawing
  readonly filter: YearFilter & { readonly around?: string }
  /** Who can be chosen: kind and slug. */
  readonly choices: readonly string[]
}

const WORDS = {
  letters: { title: 'Who wrote to whom', path: '/network', tie: 'document', between: 'to' },
  meetings: { title: 'Who met whom', path: '/network/meetings', tie: 'event', between: 'and' },
} as const

/** HTML of a network. */
export function networkPage({ view, of, network, drawing, filter, choices }: NetworkPage): string {
  const { site, nameOf } = view
  const { title, path, tie } = WORDS[of]
  const { around, ...years } = filter
  const heading = around === undefined ? title : `${title}: ${nameOf(around)}`
  const parameters = { person: around, from: years.from, to: years.to }
  return renderPage(
    { site, title: heading, section: 'network' },
    <>
      <h1>{heading}</h1>
      <nav aria-label="Networks" class="views">
        {(['letters', 'meetings'] as const).map((one) => (
          <a key={one} href={site.root + WORDS[one].path} aria-current={one === of ? 'page' : undefined}>
            {WORDS[one].title}
          </a>
        ))}
        <a href={`${site.root}/matrix`}>Who asked what of whom</a>
      </nav>
      <p class="lede">
        {of === 'letters'
          ? 'Each line is the letters and telegrams of one to another, as the documents themselves state them.'
          : 'Each line is the meetings, talks and calls of two, found in running text by rules and not reviewed, unless a curator accepted them. Receptions and other events of more than twelve are left out.'}
      </p>
      <Filters view={view} action={path}>
        <label>
          With{' '}
          <select name="person">
            <option value="">everybody</option>
            {choices.map((choice) => (
              <option key={choice} value={choice} selected={choice === around}>
                {nameOf(choice)}
              </option>
            ))}
          </select>
        </label>
        <YearFields {...years} />
      </Filters>
      {network.ties.length === 0 ? (
        <p>Nobody is tied to anybody here{yearsIn(years)}.</p>
      ) : (
        <>
          <figure>
            <Figure view={view} of={of} drawing={drawing} network={network} filter={filter} />
            <figcaption>
              {summary(network, yearsIn(years))} A name leads to its own network, a line to what lies behind it; the{' '}
              <a href="#table">table</a> has the same.
            </figcaption>
          </figure>
          <h2 id="table">The same as a table</h2>
          <Ties view={view} of={of} ties={network.ties} filter={filter} />
          <Downloads
            downloads={[
              { label: 'CSV', href: withParameters(`${site.root}${path}.csv`, view.isStatic ? {} : parameters) },
              {
                label: 'GraphML',
                href: withParameters(`${site.root}${path}.graphml`, view.isStatic ? {} : parameters),
              },
            ]}
          >
            {of === 'letters' && (
              <>
                {' '}
                · each letter: <a href={`${site.root}/edges.csv`}>edges.csv</a>,{' '}
                <a href={`${site.root}/nodes.csv`}>nodes.csv</a>
              </>
            )}
          </Downloads>
          <p class="small">The downloads have every tie; a weight is the number of different {tie}s.</p>
        </>
      )}
    </>,
  )
}

/** What is drawn, and what is not. */
function summary({ nodes, ties, total }: Network, years: string): string {
  const isAll = nodes.size === total.nodes && ties.length === total.ties
  if (isAll) return `All ${number(total.nodes)} who are tied${years}, by ${counted(total.ties, 'tie')}.`
  const others = total.nodes - nodes.size
  const missing = [
    ...(others > 0 ? [counted(others, 'other')] : []),
    ...(ties.length < total.ties ? [counted(total.ties - ties.length, 'weaker tie')] : []),
  ]
  return `The ${number(nodes.size)} most strongly tied of ${number(total.nodes)}${years}. Not drawn: ${missing.join(', ')}.`
}

interface FigureProps extends Pick<NetworkPage, 'view' | 'of' | 'drawing' | 'network' | 'filter'> {}

function Figure({ view, of, drawing, network, filter }: FigureProps): VNode {
  const { site, nameOf } = view
  const { tie: thing, between, title } = WORDS[of]
  const own = (node: string) =>
    view.isStatic
      ? pageOf(site, node)
      : withParameters(site.root + WORDS[of].path, { person: node, from: filter.from, to: filter.to })
  const circles = drawing.nodes.map((node) => ({
    ...node,
    name: nameOf(node.id),
    count: network.nodes.get(node.id) ?? 0,
    href: own(node.id),
    isChosen: node.id === filter.around,
  }))
  return (
    <TieFigure
      view={view}
      width={drawing.width}
      height={drawing.height}
      label={title}
      years={filter}
      lines={drawing.ties}
      thing={thing}
      between={between}
      isDirected={of === 'letters'}
      circles={circles}
      letters={LETTERS}
    />
  )
}

interface TiesProps extends Pick<NetworkPage, 'view' | 'of' | 'filter'> {
  readonly ties: readonly Tie[]
}

function Ties({ view, of, ties, filter }: TiesProps): VNode {
  const span = { from: String(filter.from ?? ''), to: String(filter.to ?? '') }
  const { site, nameOf } = view
  const isDirected = of === 'letters'
  return (
    <Wide label={WORDS[of].title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{isDirected ? 'From' : 'Who'}</th>
            <th scope="col">{isDirected ? 'To' : 'With whom'}</th>
            <th scope="col" class="number">
              {isDirected ? 'Documents' : 'Events'}
            </th>
            <th scope="col">First and last</th>
            <th scope="col">Look</th>
          </tr>
        </thead>
        <tbody>
          {ties.map(({ a, b, count, earliest, latest }) => (
            <tr key={`${a} ${b}`}>
              <td>
                <a href={pageOf(site, a)}>{nameOf(a)}</a>
              </td>
              <td>
                <a href={pageOf(site, b)}>{nameOf(b)}</a>
              </td>
              <td class="number">{number(count)}</td>
              <td class="small">{datesIn(earliest, latest)}</td>
              <td class="small">
                <a
                  href={betweenLink(site, a, b, filter)}
                  aria-label={`List of ${nameOf(a)} ${WORDS[of].between} ${nameOf(b)}`}
                >
                  list
                </a>
                {!view.isStatic && a.startsWith('person/') && b.startsWith('person/') && (
                  <>
                    {' · '}
                    <a
                      href={searchFor(site, span, ...[a, b].map((person) => person.slice('person/'.length)))}
                      aria-label={`Search documents with ${nameOf(a)} and ${nameOf(b)}`}
                    >
                      search
                    </a>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
