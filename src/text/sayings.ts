/** Where somebody is made to speak: `said:`, quotation marks, `, continued Petrov,`, `Comrade Stalin: …` in minutes. */
import { clauseEnd, complementsOf } from './complements.ts'
import type { Discourse, Meant, Saying } from './discourse.ts'
import type { Phrase } from './phrases.ts'
import { type Parsed, subjectOf } from './subjects.ts'
import { isAdverb, type VerbGroup } from './verbs.ts'

export const SPEAKING: ReadonlySet<string> = new Set(
  'say state tell remark comment speak add continue conclude observe note mention explain reply answer respond retort declare underscore underline stress emphasize ask inquire announce report inform point exclaim recount stipulate'.split(
    ' ',
  ),
)

/** A verb of speaking set between commas or after a quotation, with its speaker. */
export interface Parenthesis {
  readonly verb: VerbGroup
  readonly speaker: Phrase
  /** First and last token, the end exclusive, without the commas. */
  readonly from: number
  readonly to: number
}

export interface Sayings {
  readonly sayings: readonly Saying[]
  /** Who speaks on after the end of the sentence, its quotation being open. */
  readonly open?: Meant
  /** The speaker whom the sentence introduces. */
  readonly speaker?: Meant
  /** The speaker speaks on to the end of the paragraph. */
  readonly opensStretch: boolean
  readonly parenthesis?: Parenthesis
}

/** What is said by whom in a sentence. */
export function findSayings(parsed: Parsed, discourse: Discourse): Sayings {
  const { sentence } = parsed
  const label = speakerLabel(parsed)
  if (label !== undefined) {
    const speaker = discourse.meant(label)
    return { sayings: [{ from: label.to, to: sentence.to, speaker }], speaker, opensStretch: true }
  }
  const parenthesis = findParenthesis(parsed)
  if (parenthesis !== undefined) {
    const speaker = discourse.meant(parenthesis.speaker)
    return { sayings: [{ from: sentence.from, to: sentence.to, speaker }], speaker, opensStretch: true, parenthesis }
  }
  let speaker: Meant | undefined
  for (const verb of parsed.verbs) {
    const subject =
      verb.form === 'finite' && !verb.passive && SPEAKING.has(verb.lemma) ? subjectOf(parsed, verb) : undefined
    if (subject === undefined) continue
    const meant = discourse.meantBy(subject)
    if (meant.names.length > 0 && speaker === undefined) speaker = meant
    const speech = speechAfter(parsed, verb)
    if (speech === undefined) continue
    const from = speech.at
    const saying = { from, to: speech.quoted ? (quoteEnd(parsed, from) ?? sentence.to) : sentence.to, speaker: meant }
    const isOpen = speech.quoted && quoteEnd(parsed, from) === undefined
    return { sayings: [saying], speaker: meant, opensStretch: !speech.quoted, ...(isOpen && { open: meant }) }
  }
  return { sayings: [], opensStretch: false, ...(speaker && { speaker }) }
}

/** `Comrade Stalin:` at the head of a sentence. */
function speakerLabel({ tokens, phrases, sentence }: Parsed): Phrase | undefined {
  const first = phrases[0]
  if (first?.name === undefined || first.from - sentence.from > 1 || first.owns) return undefined
  return tokens[first.to]?.text === ':' && sentence.to > first.to + 2 && first.name.kind === 'person'
    ? first
    : undefined
}

function speechAfter(parsed: Parsed, verb: VerbGroup): { at: number; quoted: boolean } | undefined {
  const { tokens, sentence } = parsed
  const end = clauseEnd(parsed, verb)
  const { kind, content } = complementsOf(parsed, verb, end)
  if (kind === 'speech') {
    const at = tokens[content]?.text === ':' || tokens[content]?.text === ',' ? content + 1 : content
    return { at, quoted: isOpening(tokens[at]?.text) }
  }
  for (let at = verb.to; at < Math.min(sentence.to, verb.to + 14); at++) {
    if (tokens[at]?.text === ':' && at < sentence.to - 1) return { at: at + 1, quoted: isOpening(tokens[at + 1]?.text) }
    if (tokens[at]?.text === ':' && at === sentence.to - 1) return { at: at + 1, quoted: false }
    if (tokens[at]?.text === ',') break
  }
  return undefined
}

const isOpening = (mark: string | undefined): boolean => mark !== undefined && /^["“«]$/.test(mark)

/** The closing mark of the quotation that opens at `from`. */
function quoteEnd({ tokens, sentence }: Parsed, from: number): number | undefined {
  for (let at = from + 1; at < sentence.to; at++) if (/^["”»]$/.test(tokens[at]?.text ?? '')) return at
  return undefined
}

/** `It is late, Petrov said, to …` and `Then, continued Petrov, I …`. */
function findParenthesis(parsed: Parsed): Parenthesis | undefined {
  const { tokens, phrases, verbs, sentence } = parsed
  const isEdge = (at: number, last: boolean) =>
    /^[,"”“]$/.test(tokens[at]?.text ?? '') || (last && at >= sentence.to - 1 && /^[.!?]$/.test(tokens[at]?.text ?? ''))
  for (const verb of verbs) {
    if (verb.form !== 'finite' || verb.passive || !SPEAKING.has(verb.lemma) || verb.from === sentence.from) continue
    const before = phrases.find(({ to, owns }) => to === backOverAdverbs(tokens, verb.from) && !owns)
    const after = phrases.find(({ from, owns }) => from === verb.to && !owns)
    if (before !== undefined && before.from > sentence.from && isEdge(before.from - 1, false) && isEdge(verb.to, true))
      return { verb, speaker: before, from: before.from, to: verb.to }
    if (after !== undefined && isEdge(verb.from - 1, false) && isEdge(after.to, true))
      return { verb, speaker: after, from: verb.from, to: after.to }
  }
  return undefined
}

const backOverAdverbs = (tokens: Parsed['tokens'], from: number): number => {
  let at = from
  while (isAdverb(tokens[at - 1])) at--
  return at
}
