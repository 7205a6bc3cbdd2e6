/** The way of a message: who sent it, by whom it went, to whom, for whom; where, and when. One list, drawn as a path. */
import type { ComponentChildren, VNode } from 'preact'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { readableDate } from './dates.ts'
import { type Description, fragmentOf } from './description.ts'
import { type Context, Joined, Resource } from './parts.tsx'

/** A place on the way. */
export interface Stop {
  readonly label: string
  /** IRIs of who is there. */
  readonly who: readonly string[]
  readonly where: readonly string[]
  readonly steps: readonly Step[]
}

export interface Step {
  /** `sent`, `received` … */
  readonly phase: string
  /** `1950-05-14 04:10`. */
  readonly when: string
  readonly isInferred: boolean
  /** The words of the form. */
  readonly words: string
}

/** What happens to a message before it is under way; all else happens where it comes in. */
const BEFORE: ReadonlySet<string> = new Set(['drafted', 'handed-in', 'sent'])

/**
 * The stops of a message; none where nothing is known of its way. An end that is not known is a stop without anybody, of
 * what was sent to somebody.
 */
export function stopsOf(about: Description, iri: string): readonly Stop[] {
  const things = (...properties: readonly { readonly value: string }[]) => [
    ...new Set(properties.flatMap((property) => about.all(iri, property).map(({ value }) => value))),
  ]
  const known = things(
    dip.sender,
    dip.addressee,
    dip.ultimateAddressee,
    dip.relayedBy,
    dip.sentFrom,
    dip.sentTo,
    dip.hasTransmission,
  )
  if (known.length === 0) return []
  const steps = about.all(iri, dip.hasTransmission).map(({ value }) => stepOf(about, value))
  const isBefore = ({ phase }: Step) => BEFORE.has(phase)
  const sender = things(dip.sender)
  const addressees = things(dip.addressee)
  // Who is both is told once: at the end, where somebody else stands before.
  const last = things(dip.ultimateAddressee).filter((who) => !addressees.includes(who) || addressees.length > 1)
  const stops: readonly Stop[] = [
    {
      label: 'From',
      who: sender.length > 0 ? sender : things(dip.author, dip.signatory),
      where: things(dip.sentFrom),
      steps: steps.filter(isBefore),
    },
    { label: 'Through', who: things(dip.relayedBy), where: [], steps: [] },
    {
      label: 'To',
      who: addressees.filter((who) => !last.includes(who)),
      where: things(dip.sentTo),
      steps: steps.filter((step) => !isBefore(step)),
    },
    { label: 'For', who: last, where: [], steps: [] },
  ]
  const isSomewhere = (stop: Stop) => stop.who.length + stop.where.length + stop.steps.length > 0
  const isEnd = ({ label }: Stop) =>
    about.isA(iri, dip.Correspondence) && (label === 'From' || (label === 'To' && last.length === 0))
  return stops.filter((stop) => isSomewhere(stop) || isEnd(stop))
}

function stepOf(about: Description, step: string): Step {
  const day = about.text(step, dip.eventDate)
  const phase = about.text(step, dip.phase)
  return {
    phase: phase.slice(phase.lastIndexOf('/') + 1),
    when: readableDate(about.text(step, dip.localDateTime) || about.text(day, dip.edtf)),
    isInferred: about.text(step, dip.certainty).endsWith('/inferred'),
    words: about.text(day, dip.expressedDate),
  }
}

/** The way of a document, of the messages it carries, and its copies. */
export function Route({ context, iri }: { context: Context; iri: string }): VNode | null {
  const { about } = context
  const stops = stopsOf(about, iri)
  const carried = about
    .all(iri, dip.encloses)
    .map(({ value }) => ({ message: value, stops: stopsOf(about, value) }))
    .filter((message) => message.stops.length > 0)
  const copies = about.all(iri, dip.hasDistributionEntry).map(({ value }) => value)
  if (stops.length + carried.length + copies.length === 0) return null
  return (
    <section aria-labelledby="route">
      <h2 id="route">{headingOf(about, iri, stops)}</h2>
      {stops.length > 0 && <Stops context={context} stops={stops} />}
      {stops.some(({ steps }) => steps.some(({ when }) => when.includes(':'))) && (
        <p class="small">Clock times are as written, those of the place.</p>
      )}
      {carried.map(({ message, stops }) => (
        <div class="carried" id={fragmentOf(message)}>
          <h3>It carries: {about.text(message, dcterms.title) || 'a message'}</h3>
          <Stops context={context} stops={stops} />
        </div>
      ))}
      <Copies context={context} iri={iri} entries={copies} />
    </section>
  )
}

function headingOf(about: Description, iri: string, stops: readonly Stop[]): string {
  if (stops.length === 0) return 'Who received it'
  return about.isA(iri, dip.Correspondence) ? 'The way of the message' : 'The way of the document'
}

function Stops({ context, stops }: { context: Context; stops: readonly Stop[] }): VNode {
  return (
    <ol class="route">
      {stops.map(({ label, who, where, steps }) => (
        <li>
          <span class="stop">{label}</span>
          {who.length > 0 ? <Links context={context} iris={who} /> : <span class="unknown">not stated</span>}
          {where.length > 0 && (
            <span class="where">
              <Links context={context} iris={where} />
            </span>
          )}
          {steps.length > 0 && (
            <ul>
              {steps.map((step) => (
                <li title={step.words || undefined}>
                  {step.phase.replaceAll('-', ' ')} <time dateTime={timeOf(step.when)}>{step.when}</time>
                  {step.isInferred && <> (inferred)</>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What HTML takes for a time; nothing for what is none. */
const timeOf = (when: string): string | undefined => (/^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/.test(when) ? when : undefined)

function Links({ context, iris }: { context: Context; iris: readonly string[] }): VNode | null {
  if (iris.length === 0) return null
  return (
    <span>
      <Joined parts={iris.map((iri) => <Resource context={context} iri={iri} />)} />
    </span>
  )
}

function Copies({
  context,
  iri,
  entries,
}: {
  context: Context
  iri: string
  entries: readonly string[]
}): VNode | null {
  const { about } = context
  const total = about.text(iri, dip.totalCopies)
  if (entries.length === 0 && total === '') return null
  const ordinal = (entry: string) => Number(about.text(entry, dip.ordinal) || Number.POSITIVE_INFINITY)
  const sorted = entries.toSorted((a, b) => (ordinal(a) === ordinal(b) ? 0 : ordinal(a) - ordinal(b)))
  return (
    <div class="copies">
      <h3>Copies{total !== '' && <span class="small"> · {total} made</span>}</h3>
      {sorted.length > 0 && (
        <ol>
          {sorted.map((entry) => (
            <li id={fragmentOf(entry)}>
              <Recipient context={context} entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function Recipient({ context, entry }: { context: Context; entry: string }): ComponentChildren {
  const recipient = context.about.one(entry, dip.recipient)
  const label = context.about.text(entry, dip.recipientLabel)
  if (recipient === undefined) return label
  return (
    <Resource context={context} iri={recipient.value}>
      {label || context.about.label(recipient.value)}
    </Resource>
  )
}
