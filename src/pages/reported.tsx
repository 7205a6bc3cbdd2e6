/** What rules found in the running text of a document: acts, events, names, each with the words that say so. */
import type { ComponentChildren, VNode } from 'preact'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { lastPart } from './description.ts'
import { type Context, Facts, fact, Joined, Resource } from './parts.tsx'

const GENERAL = new Set(['DiplomaticAct', 'Event'])

/** `RequestAct` → `request`, `TelephoneCall` → `telephone call`: the narrowest of our own types. */
function kindOf({ about }: Context, node: string): string {
  const names = about
    .all(node, rdf.type)
    .filter((type) => type.value.startsWith(dip.iri))
    .map((type) => lastPart(type.value))
  const name =
    names.find((n) => !GENERAL.has(n) && !(n === 'Conversation' && names.includes('TelephoneCall'))) ?? names[0] ?? ''
  return name
    .replace(/Act$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
}

/** First place in the text at which the node's words stand. */
function startOf({ about }: Context, node: string): number {
  return Math.min(
    ...about
      .all(node, dip.evidence)
      .map((e) => Number(about.text(e.value, dip.startOffset) || Number.POSITIVE_INFINITY)),
  )
}

export function Reported({ context, iri }: { context: Context; iri: string }): VNode | null {
  const { about } = context
  const documents = [iri, ...about.all(iri, dip.encloses).map((message) => message.value)]
  const inOrder = (property: { readonly value: string }) =>
    documents
      .flatMap((document) => about.all(document, property))
      .map((node) => node.value)
      .sort((a, b) => startOf(context, a) - startOf(context, b))
  const events = inOrder(dip.reportsEvent)
  const acts = inOrder(dip.reportsAct)
  const mentions = [
    ...new Set(documents.flatMap((document) => about.all(document, dip.mentions)).map(({ value }) => value)),
  ]
  if (events.length + acts.length + mentions.length === 0) return null
  return (
    <section aria-labelledby="reported">
      <h2 id="reported">What it reports</h2>
      <p class="small">Found in the text by rules and not yet reviewed; each with the words on which it rests.</p>
      {events.length > 0 && (
        <>
          <h3>Meetings and other events</h3>
          <ul class="found">
            {events.map((event) => (
              <Finding key={event} context={context} node={event}>
                <Facts
                  facts={[
                    fact(context, 'Took part', event, dip.participant),
                    fact(context, 'Place', event, dip.place),
                    fact(context, 'Date', event, dip.dateEarliest),
                  ]}
                />
              </Finding>
            ))}
          </ul>
        </>
      )}
      {acts.length > 0 && (
        <>
          <h3>Diplomatic acts</h3>
          <ul class="found">
            {acts.map((act) => (
              <Finding key={act} context={context} node={act}>
                <Facts
                  facts={[
                    fact(context, 'By', act, dip.actor),
                    fact(context, 'Towards', act, dip.actAddressee),
                    fact(context, 'On behalf of', act, dip.onBehalfOf),
                    fact(context, 'Through', act, dip.relayedBy),
                    fact(context, 'Condition', act, dip.condition),
                    fact(context, 'Appointed', act, dip.appointee),
                    fact(context, 'As', act, dip.appointedTo),
                  ]}
                />
              </Finding>
            ))}
          </ul>
        </>
      )}
      {mentions.length > 0 && (
        <>
          <h3>Named in the text</h3>
          <p>
            <Joined parts={mentions.map((iri) => <Resource context={context} iri={iri} />)} />
          </p>
        </>
      )}
    </section>
  )
}

function Finding({ context, node, children }: { context: Context; node: string; children: ComponentChildren }): VNode {
  const { about } = context
  const rule = about.one(node, dip.extractedBy)
  const factuality = lastPart(about.text(node, dip.factuality))
  return (
    <li id={node.slice(node.indexOf('#') + 1)}>
      <span class="kind">
        {kindOf(context, node)}
        {factuality !== '' && factuality !== 'actual' && ` (${factuality})`}
        {rule !== undefined && (
          <>
            {' · rule '}
            <Resource context={context} iri={rule.value} />
          </>
        )}
      </span>
      {about.all(node, dip.evidence).map((evidence) => (
        <q key={evidence.value}>{about.text(evidence.value, dip.quote)}</q>
      ))}
      {children}
    </li>
  )
}
