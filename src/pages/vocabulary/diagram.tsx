/** The core of the ontology as a picture, and the same as a table. */
import type { VNode } from 'preact'
import { href, type Site } from '../page.ts'
import { ANYTHING, type CoreClass, coreOf, kindsOf, nameOf, relationsOf } from './core.ts'
import { type Box, type Connector, isAnything, layOut, nameOfTarget, type Row } from './layout.ts'
import { TermLink } from './parts.tsx'
import type { Terms } from './terms.ts'

/** Of the bends of lines. */
const RADIUS = 5

export function Core({ site, terms }: { site: Site; terms: Terms }): VNode | null {
  const columns = coreOf(terms)
  if (columns.flat().length === 0) return null
  return (
    <section aria-labelledby="core">
      <h2 id="core">The core</h2>
      <p>
        Boxes are classes; a box inside another is a kind of it, and all that is said of the outer one may be said of
        it. Lines are properties and lead to what they point to. The table below the picture says the same;{' '}
        <a href="#classes">all classes</a> come after it.
      </p>
      <Diagram site={site} terms={terms} columns={columns} />
      <details>
        <summary>The same as a table</summary>
        <CoreTable site={site} terms={terms} columns={columns} />
      </details>
    </section>
  )
}

interface Drawn {
  readonly site: Site
  readonly terms: Terms
  readonly columns: readonly (readonly CoreClass[])[]
}

function Diagram({ site, terms, columns }: Drawn): VNode {
  const { width, height, boxes, connectors } = layOut(columns, terms.about.label)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its frame is scrolled by keyboard too
    <section class="wide diagram" aria-label="Diagram of the core" tabIndex={0}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} xmlns="http://www.w3.org/2000/svg">
        <title>The core classes of the ontology and the properties between them</title>
        {boxes.map((box) => (
          <rect
            key={box.iri}
            class={isAnything(box) ? 'anything' : `level-${box.level}`}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            rx={3}
          />
        ))}
        {boxes.map((box) => (
          <g key={box.iri}>
            <text class="class" x={box.x + 10} y={box.y + 20}>
              {isAnything(box) ? nameOf(terms, box.iri) : <a href={href(site, box.iri)}>{nameOf(terms, box.iri)}</a>}
            </text>
            {box.rows.map((row) => (
              <g key={row.relation.to} class="relation">
                {connectors
                  .filter(({ relation }) => relation === row.relation)
                  .map((connector) => (
                    <Arrow key={row.relation.to} connector={connector} />
                  ))}
                <RowText site={site} terms={terms} box={box} row={row} />
              </g>
            ))}
          </g>
        ))}
      </svg>
    </section>
  )
}

/** Names of properties, and on the side to which the line leads that of their target. */
function RowText({ site, terms, box, row }: { site: Site; terms: Terms; box: Box; row: Row }): VNode {
  const { label } = terms.about
  const target = nameOfTarget(row.relation, label)
  const [start, end] = [
    { x: box.x + 10, 'text-anchor': 'start' },
    { x: box.x + box.width - 10, 'text-anchor': 'end' },
  ] as const
  const isLeft = row.side === 'left'
  return (
    <>
      {row.lines.map(({ y, properties }, i) => (
        <text key={y} y={y} {...(isLeft ? end : start)}>
          {properties.map((property, j) => (
            <>
              {j > 0 && ' '}
              <a key={property} href={href(site, property)}>
                {label(property)}
              </a>
              {(j < properties.length - 1 || i < row.lines.length - 1) && ','}
            </>
          ))}
        </text>
      ))}
      <text class="target" y={row.y} {...(isLeft ? start : end)}>
        {row.side === undefined ? target : isLeft ? `← ${target}` : `${target} →`}
      </text>
    </>
  )
}

function Arrow({ connector: { points } }: { connector: Connector }): VNode {
  const [endX, endY] = points.at(-1) ?? [0, 0]
  const [beforeX] = points.at(-2) ?? [0, 0]
  const back = endX > beforeX ? -7 : 7
  return (
    <>
      <path d={rounded(points)} />
      <polygon points={`${endX},${endY} ${endX + back},${endY - 3.5} ${endX + back},${endY + 3.5}`} />
    </>
  )
}

/** A line through points, round where it bends. */
function rounded(points: Connector['points']): string {
  return points
    .map(([x, y], i) => {
      const before = points[i - 1]
      const after = points[i + 1]
      if (before === undefined) return `M${x} ${y}`
      if (after === undefined) return `L${x} ${y}`
      const [inX, inY] = towards([x, y], before)
      const [outX, outY] = towards([x, y], after)
      return `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`
    })
    .join('')
}

/** The point a radius away from a point, or half the way where that is shorter. */
function towards([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): readonly [number, number] {
  const distance = Math.abs(toX - x) + Math.abs(toY - y)
  if (distance === 0) return [x, y]
  const share = Math.min(RADIUS, distance / 2) / distance
  return [x + (toX - x) * share, y + (toY - y) * share]
}

function CoreTable({ site, terms, columns }: Drawn): VNode {
  const kinds = kindsOf(columns)
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Property</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ iri, of }) => (
            <tr key={iri}>
              <td>
                <TermLink site={site} terms={terms} iri={iri} />
              </td>
              <td>is a kind of</td>
              <td>
                <TermLink site={site} terms={terms} iri={of} />
              </td>
            </tr>
          ))}
          {relationsOf(columns).map(({ from, to, properties }) => (
            <tr key={from + to}>
              <td>{from === ANYTHING ? nameOf(terms, from) : <TermLink site={site} terms={terms} iri={from} />}</td>
              <td>
                {properties.map((property, i) => (
                  <>
                    {i > 0 && ', '}
                    <TermLink key={property} site={site} terms={terms} iri={property} />
                  </>
                ))}
              </td>
              <td>
                <TermLink site={site} terms={terms} iri={to} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
