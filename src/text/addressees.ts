/** To whom an act that a verb tells is directed: whom the clause names, else whom the discourse lets it mean. */
import type { Name } from '../document.ts'
import type { ActKind } from '../statements.ts'
import type { ActContext } from './act-draft.ts'
import type { Complements } from './complements.ts'
import type { Meant } from './discourse.ts'
import { isAmong } from './hearers.ts'
import type { Phrase } from './phrases.ts'
import { type Parsed, startingAt } from './subjects.ts'
import type { VerbGroup } from './verbs.ts'

/** What is known of the act when its addressee is asked for. */
interface Asked {
  readonly kind: ActKind
  readonly verb: VerbGroup
  readonly end: number
  readonly complements: Complements
  readonly actors: Meant
  /** The rule reads a verb with a noun: `give instructions to`. */
  readonly hasNoun: boolean
}

export interface Addressed {
  readonly names: readonly Name[]
  /** The clause itself names them. */
  readonly isNamed: boolean
}

const NOBODY: Addressed = { names: [], isNamed: false }
const named = (names: readonly Name[]): Addressed => ({ names, isNamed: true })

/** Kinds of acts that only the one who has the power can answer. */
const PASSED_ON: ReadonlySet<ActKind> = new Set(['RequestAct', 'ProposalAct', 'InquiryAct', 'InvitationAct'])
const TO_PASS_ON =
  /^to (?:\w+ly )?(?:report|convey|communicate|pass|transmit|relay|forward|tell|inform|deliver|hand) (?:\S+ ){0,8}?(?:you|following|request|requests|message|letter)\b/

export function addressed(context: ActContext, asked: Asked): Addressed {
  const { discourse, parsed, findings } = context
  const { kind, verb, end, complements, actors, hasNoun } = asked
  const { object, towards, content } = complements
  const { hearers } = discourse
  const isOthers = !actors.names.some((name) => isAmong(discourse.authors, [name]))
  const isToPassOn =
    kind === 'RequestAct' && isOthers && TO_PASS_ON.test(findings.lower(content, Math.min(end, content + 14)))
  if (isToPassOn) hearers.serve(actors.names)
  const said = [...object, ...towards].filter(({ name }) => name?.kind !== 'place')
  if (said.length > 0) {
    const [first] = said
    if (first?.kind === 'named' && first.name && actors.names.length > 0 && isVocative(parsed, first.from))
      discourse.address([first.name], actors.names)
    return named(said.flatMap((phrase) => discourse.meant(phrase).names))
  }
  const after = transmittal(context, verb.to, end) ?? (hasNoun ? afterNoun(parsed, verb.to, end) : undefined)
  if (after !== undefined) return named(discourse.meant(after).names)
  if (isToPassOn) return { names: hearers.of(actors.names, verb.from), isNamed: false }
  const other = otherSideNamed(parsed, verb, end, isOthers && !hearers.reportsTalk)
  if (other !== undefined) return named(discourse.meant(other).names)
  if (actors.names.length === 0 || isToldOfOthers(parsed, verb)) return NOBODY
  if (PASSED_ON.has(kind) && hearers.passesOn(actors.names)) return { names: hearers.addressees, isNamed: false }
  return { names: hearers.of(actors.names, verb.from), isNamed: false }
}

/** `I would ask you, Cde. Petrov, to …`. */
const isVocative = ({ tokens }: Parsed, at: number): boolean =>
  tokens[at - 1]?.text === ',' && tokens[at - 2]?.lower === 'you'

/** `for transmittal to the government`: to whom the words shall come in the end. */
function transmittal({ parsed, findings }: ActContext, from: number, to: number): Phrase | undefined {
  for (let at = from; at < Math.min(to, from + 12); at++)
    if (
      parsed.tokens[at]?.lower === 'for' &&
      /^for (?:transmittal|transmission|transfer|delivery|forwarding) to$/.test(findings.lower(at, at + 3))
    )
      return startingAt(parsed, at + 3)
  return undefined
}

/** `gave instructions to Petrov`, `addressed a letter to the Minister`. */
function afterNoun(parsed: Parsed, from: number, end: number): Phrase | undefined {
  for (let at = from; at < Math.min(end, from + 8); at++) {
    const word = parsed.tokens[at]?.lower ?? ''
    if (/^[,;:.]$|^(?:that|which|who|about|on|concerning|regarding|for)$/.test(word)) return undefined
    if (word !== 'to') continue
    const phrase = startingAt(parsed, at + 1)
    return phrase === undefined || phrase.owns || phrase.name?.kind === 'place' ? undefined : phrase
  }
  return undefined
}

/** `you` in the clause; in a message also `us`, where somebody else acts. */
const otherSideNamed = ({ phrases, tokens }: Parsed, verb: VerbGroup, end: number, isUs: boolean) =>
  phrases.find(
    ({ kind, from, nameFrom }) =>
      from >= verb.to &&
      from < end &&
      (kind === 'second' || (isUs && kind === 'first' && /^(?:me|us)$/.test(tokens[nameFrom]?.lower ?? ''))),
  )

/** `said that he had asked before`: what was done at another time was not said to those who hear of it now. */
const isToldOfOthers = ({ tokens, verbs }: Parsed, verb: VerbGroup): boolean =>
  tokens[verb.from]?.lower === 'had' &&
  verbs.some(({ form, to, lemma }) => form === 'finite' && to <= verb.from && lemma !== 'be' && lemma !== 'have')
