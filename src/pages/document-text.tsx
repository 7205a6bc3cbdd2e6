/** The text of a document: its words, with those marked on which statements rest, and names as links. */
import type { VNode } from 'preact'
import { fragmentOf } from './description.ts'
import { allEvidence, type Evidence, type Finding, isOwnWords } from './findings.ts'
import { type Marked, type MarkedPart, markedParagraphs, placesIn, type Span } from './marks.ts'
import { href } from './page.ts'
import type { Context } from './parts.tsx'
import type { SourceFacts } from './sources.ts'

/** A stretch of the text, and what rests on it. */
export interface Mark extends Span {
  /** On the page; that of the evidence. */
  readonly id: string
  /** The acts and meetings that rest on it. */
  readonly findings: readonly Finding[]
  /** What it names. */
  readonly names?: string
}

/** The marks of a text: of evidence that stands in it. */
export function marksOf(
  { about }: Context,
  iri: string,
  text: string,
  findings: readonly Finding[],
  sources: ReadonlyMap<string, SourceFacts>,
): readonly Mark[] {
  const places = new Map<string, ReturnType<typeof placesIn>>()
  const placeOf = (evidence: Evidence): Span | undefined => {
    const place = places.get(evidence.source) ?? placesIn(text, sources.get(evidence.source)?.text)
    places.set(evidence.source, place)
    return isOwnWords(evidence) ? place(evidence) : undefined
  }
  const resting = new Map<string, Finding[]>()
  for (const finding of findings)
    for (const { iri } of finding.evidence) resting.set(iri, [...(resting.get(iri) ?? []), finding])
  const marks = new Map<string, Mark>()
  for (const { evidence } of allEvidence(about, iri)) {
    const place = placeOf(evidence)
    if (place === undefined) continue
    marks.set(evidence.iri, {
      ...place,
      id: fragmentOf(evidence.iri),
      findings: resting.get(evidence.iri) ?? [],
      ...(evidence.names !== undefined && { names: evidence.names }),
    })
  }
  return [...marks.values()]
}

export function DocumentText({
  context,
  text,
  marks,
}: {
  context: Context
  text: string
  marks: readonly Mark[]
}): VNode {
  return (
    <div class="original">
      {markedParagraphs(text, marks).map((paragraph) => (
        <p>
          <Words context={context} marked={paragraph} isInLink={false} />
        </p>
      ))}
    </div>
  )
}

/** @param isInLink no link may stand in a link */
function Words({
  context,
  marked,
  isInLink,
}: {
  context: Context
  marked: readonly Marked<Mark>[]
  isInLink: boolean
}): VNode {
  return (
    <>
      {marked.map((part) =>
        typeof part === 'string' ? part : <Part context={context} part={part} isInLink={isInLink} />,
      )}
    </>
  )
}

function Part({ context, part, isInLink }: { context: Context; part: MarkedPart<Mark>; isInLink: boolean }): VNode {
  const { span, isFirst, isLast, within } = part
  const { findings, names } = span
  const id = isFirst ? span.id : undefined
  const rest = isFirst ? '' : ' rest'
  if (findings.length > 0) {
    return (
      <mark id={id} class={`${findings.map(({ number }) => `f${number}`).join(' ')}${rest}`}>
        <Words context={context} marked={within} isInLink={isInLink} />
        {isLast &&
          !isInLink &&
          findings.map((finding, nth) => <Reference finding={finding} isNext={nth > 0 || endsInReference(within)} />)}
      </mark>
    )
  }
  const link = names === undefined || isInLink ? '' : href(context.site, names)
  if (link === '') {
    return (
      <span id={id} class={`field${rest}`}>
        <Words context={context} marked={within} isInLink={isInLink} />
      </span>
    )
  }
  return (
    <a id={id} class="name" href={link}>
      <Words context={context} marked={within} isInLink={true} />
    </a>
  )
}

/** Whether the last words have a reference already, behind which another is parted by a comma. */
function endsInReference(marked: readonly Marked<Mark>[]): boolean {
  const last = marked.at(-1)
  if (last === undefined || typeof last === 'string') return false
  return last.span.findings.length > 0 ? last.isLast : endsInReference(last.within)
}

/** From the words to what rests on them, as a note of a book. @param isNext it follows another at once */
function Reference({ finding: { iri, kind, number }, isNext }: { finding: Finding; isNext: boolean }): VNode {
  return (
    <a class={isNext ? 'note next' : 'note'} href={`#${fragmentOf(iri)}`} aria-label={`${number}: ${kind}`}>
      {number}
    </a>
  )
}
