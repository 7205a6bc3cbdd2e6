/** A document that a search found: who, when, where, and the words in their places. */
import type { VNode } from 'preact'
import type { NamedThing, Row, SnippetPart } from '../search/question.ts'
import { readableDate } from './dates.ts'
import { href, type Site } from './page.ts'
import { Joined } from './parts.tsx'

export function Thing({ site, thing: { iri, label } }: { site: Site; thing: NamedThing }): VNode {
  const link = href(site, iri)
  return link === '' ? (
    <bdi>{label}</bdi>
  ) : (
    <a href={link}>
      <bdi>{label}</bdi>
    </a>
  )
}

export const Things = ({ site, things }: { site: Site; things: readonly NamedThing[] }): VNode => (
  <Joined parts={things.map((thing) => <Thing site={site} thing={thing} />)} />
)

export function Found({ site, row }: { site: Site; row: Row }): VNode {
  const { iri, label, date, number, types, from, to, held, snippets, isSummary } = row
  return (
    <li>
      <h3>
        <a href={href(site, iri)}>
          <bdi>{label}</bdi>
        </a>
      </h3>
      <p class="small">
        <Joined
          parts={[
            ...(date === undefined ? [] : [<time dateTime={date}>{readableDate(date)}</time>]),
            ...types.map(({ label }) => label),
            ...(number === undefined ? [] : [`No. ${number}`]),
            ...(from.length === 0
              ? []
              : [
                  <>
                    from <Things site={site} things={from} />
                  </>,
                ]),
            ...(to.length === 0
              ? []
              : [
                  <>
                    to <Things site={site} things={to} />
                  </>,
                ]),
            ...held.map((unit) => <Thing site={site} thing={unit} />),
          ]}
        />
      </p>
      {snippets.map((parts) => (
        <p key={parts[0]?.text} class={isSummary ? 'snippet summary' : 'snippet'}>
          <Snippet parts={parts} />
          {isSummary && <span class="small"> summary of the edition</span>}
        </p>
      ))}
    </li>
  )
}

const Snippet = ({ parts }: { parts: readonly SnippetPart[] }): VNode => (
  <>{parts.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : <>{text}</>))}</>
)
