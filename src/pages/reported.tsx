/** What rules found in the running text of a document: acts, meetings, names, each with the words that say so. */
import type { VNode } from 'preact'
import { dip } from '../rdf/vocabulary/dip.ts'
import { isPlainDate, readableDate } from './dates.ts'
import { fragmentOf } from './description.ts'
import { type Evidence, type Finding, isOwnWords, mentionsOf } from './findings.ts'
import { type Context, type Fact, Facts, fact, Joined, Resource } from './parts.tsx'
import type { RuleFacts } from './sources.ts'

export interface ReportedContext extends Context {
  readonly rules: ReadonlyMap<string, RuleFacts>
  /** Ids of the evidence that is marked in the text of the page. */
  readonly marked: ReadonlySet<string>
}

/** The findings as a list, numbered as their words are in the text. */
export function Findings({ context, findings }: { context: ReportedContext; findings: readonly Finding[] }): VNode {
  const others = new Map(findings.map((finding) => [finding.iri, finding]))
  // Words on which several findings rest have their id once.
  const owners = new Map(
    findings.toReversed().flatMap(({ iri, evidence }) => evidence.map((words) => [words.iri, iri])),
  )
  return (
    <ol class="found">
      {findings.map((finding) => (
        <Item context={context} finding={finding} others={others} owners={owners} />
      ))}
    </ol>
  )
}

/** Who and what is named: all of it, and where. */
export function Named({ context, iri }: { context: Context; iri: string }): VNode | null {
  const mentions = mentionsOf(context.about, iri)
  if (mentions.length === 0) return null
  return (
    <>
      <h3 id="named">Named in the text</h3>
      <p class="small">
        <Joined parts={mentions.map((named) => <Resource context={context} iri={named} />)} />
      </p>
    </>
  )
}

function Item({
  context,
  finding,
  others,
  owners,
}: {
  context: ReportedContext
  finding: Finding
  others: ReadonlyMap<string, Finding>
  owners: ReadonlyMap<string, string>
}): VNode {
  const { iri, number, kind, factuality, evidence } = finding
  const id = fragmentOf(iri)
  return (
    <li id={id} class={`f${number}`} value={number}>
      <p class="kind">
        <a class="self" href={`#${id}`} title="Permanent link">
          {number}
        </a>{' '}
        <strong>{kind}</strong>
        {factuality !== '' && <> ({factuality})</>} <Sureness context={context} finding={finding} />
      </p>
      {evidence.map((words) => (
        <Quote context={context} evidence={words} isOwner={owners.get(words.iri) === iri} />
      ))}
      <Facts facts={finding.isEvent ? eventFacts(context, iri) : actFacts(context, iri, others)} />
    </li>
  )
}

/** Words that are marked in the text beside are said in short, and lead there. */
const BRIEF = 110

function Quote({
  context,
  evidence,
  isOwner,
}: {
  context: ReportedContext
  evidence: Evidence
  isOwner: boolean
}): VNode {
  const id = fragmentOf(evidence.iri)
  if (context.marked.has(id)) {
    return (
      <q>
        <a href={`#${id}`}>{shortened(evidence.quote)}</a>
      </q>
    )
  }
  return (
    <>
      <q id={isOwner ? id : undefined}>{evidence.quote}</q>
      {!isOwnWords(evidence) && <p class="small">Words of the publisher ({evidence.zone.replaceAll('-', ' ')}).</p>}
    </>
  )
}

function shortened(text: string): string {
  if (text.length <= BRIEF) return text
  const cut = text.slice(0, BRIEF)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), BRIEF / 2))} …`
}

const actFacts = (
  context: Context,
  act: string,
  others: ReadonlyMap<string, Finding>,
): readonly (Fact | undefined)[] => [
  fact(context, 'By', act, dip.actor),
  fact(context, 'Towards', act, dip.actAddressee),
  fact(context, 'On behalf of', act, dip.onBehalfOf),
  fact(context, 'Through', act, dip.relayedBy),
  fact(context, 'Condition', act, dip.condition),
  fact(context, 'About', act, dip.concerns),
  fact(context, 'Appointed', act, dip.appointee),
  fact(context, 'As', act, dip.appointedTo),
  finding(context, 'Answers', act, dip.respondsTo, others),
  finding(context, 'At', act, dip.withinEvent, others),
]

const eventFacts = (context: Context, event: string): readonly (Fact | undefined)[] => [
  fact(context, 'Took part', event, dip.participant),
  fact(context, 'Host', event, dip.host),
  fact(context, 'Visitor', event, dip.visitor),
  fact(context, 'Interpreter', event, dip.interpreter),
  fact(context, 'Place', event, dip.place),
  dateOf(context, event),
  candidates(context, event),
]

/** A day or a month as it is; a season or a span in the words of the text. */
function dateOf({ about }: Context, event: string): Fact | undefined {
  const node = about.text(event, dip.eventDate)
  const [edtf, words] = [about.text(node, dip.edtf), about.text(node, dip.expressedDate)]
  if (edtf === '') return undefined
  const isInferred = about.text(node, dip.certainty).endsWith('/inferred')
  const isPlain = isPlainDate(edtf)
  return [
    'Date',
    <>
      {(isPlain || words === '') && readableDate(edtf)} {words !== '' && <span class="words">{words}</span>}
      {isInferred && <span class="small"> inferred from the document’s date</span>}
    </>,
  ]
}

/** Of what may be the same, so many are named. */
const MOST_CANDIDATES = 5

function candidates(context: Context, event: string): Fact | undefined {
  const all = context.about.all(event, dip.sameEventCandidate)
  if (all.length === 0) return undefined
  const named = all.slice(0, MOST_CANDIDATES).map(({ value }) => <Resource context={context} iri={value} />)
  const more = all.length - named.length
  return ['Perhaps the same', <Joined parts={more > 0 ? [...named, `${more} more`] : named} />]
}

/** Another finding of the document, by its kind and number. */
function finding(
  { about }: Context,
  label: string,
  node: string,
  property: { readonly value: string },
  others: ReadonlyMap<string, Finding>,
): Fact | undefined {
  const targets = about.all(node, property).flatMap(({ value }) => others.get(value) ?? [])
  if (targets.length === 0) return undefined
  return [
    label,
    <Joined
      parts={targets.map(({ iri, kind, number }) => (
        <a href={`#${fragmentOf(iri)}`}>
          {kind} {number}
        </a>
      ))}
    />,
  ]
}

/** By which rule, and how often that is right. */
function Sureness({ context, finding }: { context: ReportedContext; finding: Finding }): VNode | null {
  if (finding.rule === '') return null
  const { precision, sampleSize } = context.rules.get(finding.rule) ?? {}
  return (
    <span class="sureness">
      {precision === undefined ? 'not measured' : `right in ${Math.round(precision * 100)} of 100`}
      {', rule '}
      <Resource context={context} iri={finding.rule} />
      {sampleSize !== undefined && <span class="visually-hidden">, measured on {sampleSize} findings</span>}
    </span>
  )
}
