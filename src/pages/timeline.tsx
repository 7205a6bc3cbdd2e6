/** The timeline: documents and events along the years, months or days, by kind; and what a short span holds. */
import type { VNode } from 'preact'
import { lastDay, periodName, type Span, spanOf } from '../drawing/span.ts'
import type { Timeline } from '../drawing/timeline.ts'
import { kindName } from './description.ts'
import { renderPage } from './layout.tsx'
import { counted, number } from './numbers.ts'
import { Crumbs } from './parts.tsx'
import { timelineDrawing, zoomOf } from './timeline-drawing.tsx'
import { Downloads, Filters, type Item, Items, searchFor, type View, Wide, withParameters } from './view-parts.tsx'

export interface TimelinePage {
  readonly view: View
  /** Undefined where nothing in the collection is dated. */
  readonly timeline: Timeline | undefined
  /** The span is not of all years. */
  readonly isPart: boolean
  /** What a short span holds, and how much of it is listed. */
  readonly listed?: { readonly documents: Listed; readonly events: Listed }
}

export interface Listed {
  readonly items: readonly Item[]
  readonly total: number
}

/** Kinds that have a column of their own. */
const COLUMNS = 4

/** HTML of the timeline. */
export function timelinePage({ view, timeline, isPart, listed }: TimelinePage): string {
  const { site } = view
  const home = `${site.root}/timeline`
  if (timeline === undefined)
    return renderPage(
      { site, title: 'Timeline', section: 'timeline' },
      <>
        <h1>Timeline</h1>
        <p>No document of this collection has a date.</p>
      </>,
    )
  const { span, step } = timeline
  const words = span.from === span.to ? periodName(span.from) : `${periodName(span.from)} to ${periodName(span.to)}`
  const wanted: Partial<Span> = isPart ? span : {}
  return renderPage(
    { site, title: isPart ? `Timeline: ${words}` : 'Timeline', section: 'timeline' },
    <>
      {isPart && (
        <Crumbs
          path={[
            ['All years', home],
            ...(span.from === span.to && span.from.length > 4
              ? [[span.from.slice(0, 4), `${home}/${span.from.slice(0, 4)}`] as const]
              : []),
          ]}
        />
      )}
      <h1>{isPart ? words : 'Timeline'}</h1>
      <p class="lede">
        {counted(sum(timeline.documents), 'document')} and {counted(sum(timeline.events), 'event')}
        {isPart ? '' : `, ${words}`}, by {step}. Events were found in running text by rules and are not reviewed, unless
        a curator accepted them.
      </p>
      <Filters view={view} action="/timeline">
        <label>
          From <input name="from" size={10} maxLength={10} placeholder={timeline.span.from} value={wanted.from} />
        </label>
        <label>
          to <input name="to" size={10} maxLength={10} placeholder={timeline.span.to} value={wanted.to} />
        </label>
        <span class="small">a year, a month (1957-05) or a day (1957-05-15)</span>
      </Filters>
      {timelineDrawing(view, timeline)}
      <Missing view={view} timeline={timeline} isPart={isPart} />
      <h2 id="table">The same as a table</h2>
      <Table view={view} timeline={timeline} />
      <Downloads
        downloads={[{ label: 'CSV', href: withParameters(`${home}.csv`, view.isStatic ? {} : { ...wanted }) }]}
      />
      {listed && (
        <>
          <List view={view} id="documents" heading="Documents" listed={listed.documents} timeline={timeline} />
          <List view={view} id="events" heading="Events" listed={listed.events} timeline={timeline} />
        </>
      )}
    </>,
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** What stands in no bar, and why. */
function Missing({ view, timeline, isPart }: { view: View; timeline: Timeline; isPart: boolean }): VNode {
  const { loose, outside, step } = timeline
  return (
    <>
      {loose.documents + loose.events > 0 && (
        <p class="small">
          {inNoBar(loose)} {isPart ? `dated too loosely for a ${step}.` : 'undated, or dated too loosely for a year.'}
        </p>
      )}
      {outside !== undefined && (
        <p class="small">
          {inNoBar(outside)} earlier or later than nearly all others, or misread.{' '}
          {!view.isStatic && (
            <a href={withParameters(`${view.site.root}/timeline`, { ...outside.whole })}>
              All years, {outside.whole.from} to {outside.whole.to}
            </a>
          )}
        </p>
      )}
    </>
  )
}

function inNoBar({ documents, events }: Timeline['loose']): string {
  const what = [documents > 0 ? counted(documents, 'document') : '', events > 0 ? counted(events, 'event') : '']
  return `${what.filter(Boolean).join(' and ')} ${documents + events === 1 ? 'stands' : 'stand'} in no bar:`
}

function Table({ view, timeline }: { view: View; timeline: Timeline }): VNode {
  const { step, periods, documents, events, rows } = timeline
  const kinds = rows.filter(({ what }) => what === 'document').slice(0, COLUMNS)
  const shown = periods.flatMap((period, i) => ((documents[i] ?? 0) + (events[i] ?? 0) > 0 ? [{ period, i }] : []))
  return (
    <Wide label="Documents and events by time">
      <table>
        <thead>
          <tr>
            <th scope="col">
              {step === 'day' ? 'Day' : step === 'month' ? 'Month' : step === 'year' ? 'Year' : 'Decade'}
            </th>
            <th scope="col" class="number">
              Documents
            </th>
            {kinds.map(({ kind }) => (
              <th key={kind} scope="col" class="number">
                {kindName(kind)}
              </th>
            ))}
            <th scope="col" class="number">
              Events
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ period, i }) => {
            const zoom = zoomOf(view, period, step)
            const name = periodName(period, step)
            return (
              <tr key={period}>
                <th scope="row">{zoom === undefined ? name : <a href={zoom}>{name}</a>}</th>
                <td class="number">
                  {view.isStatic || documents[i] === 0 ? (
                    number(documents[i] ?? 0)
                  ) : (
                    <a
                      href={searchFor(view.site, spanOf(period, step))}
                      aria-label={`${counted(documents[i] ?? 0, 'document')} of ${name}`}
                    >
                      {number(documents[i] ?? 0)}
                    </a>
                  )}
                </td>
                {kinds.map((row) => (
                  <td key={row.kind} class="number">
                    {row.counts[i] === 0 ? '' : number(row.counts[i] ?? 0)}
                  </td>
                ))}
                <td class="number">{events[i] === 0 ? '' : number(events[i] ?? 0)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Wide>
  )
}

interface ListProps {
  readonly view: View
  readonly id: string
  readonly heading: string
  readonly listed: Listed
  readonly timeline: Timeline
}

function List({ view, id, heading, listed: { items, total }, timeline: { span } }: ListProps): VNode | null {
  if (total === 0) return null
  const search = searchFor(view.site, { from: span.from, to: lastDay(span.to).slice(0, span.to.length) })
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span class="small">{number(total)}</span>
      </h2>
      <Items site={view.site} items={items} />
      {items.length < total && (
        <p class="small">
          The first {number(items.length)} of {number(total)}.{' '}
          {id === 'documents' && !view.isStatic && <a href={search}>Search them all.</a>}
        </p>
      )}
    </section>
  )
}
