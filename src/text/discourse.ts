/** Who speaks, to whom, and whom pronouns mean, as a text goes on. Answers only what its rules allow; else nobody. */
import type { NameDirectory } from '../authority/directory.ts'
import type { Certainty, Name, SourceDocument } from '../document.ts'
import { distinct, Hearers, isAmong } from './hearers.ts'
import { asInText, authorsOf, postOf, rolesOf } from './parties.ts'
import type { PersonMention } from './people.ts'
import type { Phrase } from './phrases.ts'
import type { Parsed, Subject } from './subjects.ts'

/** Persons meant, with how sure that is. */
export interface Meant {
  readonly names: readonly Name[]
  readonly certainty: Certainty
}

/** A list of points that somebody asks for, of somebody. */
export interface List extends Meant {
  readonly hearers: readonly Name[]
}

const NOBODY: Meant = { names: [], certainty: 'stated' }

/** A stretch of a sentence said by somebody. Positions of tokens, the end exclusive. */
export interface Saying {
  readonly from: number
  readonly to: number
  readonly speaker: Meant
}

export class Discourse {
  readonly authors: readonly Name[]
  readonly hearers: Hearers
  /** The list that is open. */
  list: List | undefined
  /** Who was last said to speak, and in which paragraph. */
  #last: { speaker: Meant; paragraph: number } | undefined
  /** Who speaks until the paragraph ends: after `said the following:`. */
  #stretch: { speaker: Meant; paragraph: number } | undefined
  /** Who speaks until the quotation closes. */
  #quoted: Meant | undefined
  /** Whom `you` means to the end of the paragraph, and after it while the same person speaks. */
  #you: { names: readonly Name[]; speaker: readonly Name[]; paragraph: number } | undefined
  #sayings: readonly Saying[] = []
  #sentence: Parsed | undefined
  #before: { single: readonly Name[]; many: readonly (readonly Name[])[] } = { single: [], many: [] }
  readonly #roles: ReadonlyMap<string, readonly Name[]>

  constructor(given: SourceDocument, people: readonly PersonMention[], names: NameDirectory) {
    const document = asInText(given, people, names)
    this.authors = authorsOf(document)
    this.hearers = new Hearers(document, this.authors, people)
    this.#roles = rolesOf([...document.parties.map(({ value }) => value.name), ...people.map(({ name }) => name)])
  }

  get addressees(): readonly Name[] {
    return this.hearers.addressees
  }

  get reportsTalk(): boolean {
    return this.hearers.reportsTalk
  }

  /** Takes up the next sentence; a quotation that is open goes on in it. */
  begin(sentence: Parsed): void {
    this.#sentence = sentence
    this.#sayings = []
    this.hearers.begin()
    if (this.#quoted === undefined) return
    const end = closing(sentence)
    this.#sayings = [{ from: sentence.sentence.from, to: end ?? sentence.sentence.to, speaker: this.#quoted }]
    if (end !== undefined) this.#quoted = undefined
  }

  /** Learns who is said to speak in the sentence; `open` speaks on in the next. */
  hear(sayings: readonly Saying[], open: Meant | undefined): void {
    this.#sayings = [...this.#sayings, ...sayings]
    if (open !== undefined) this.#quoted = open
  }

  /** Leaves the sentence: its persons are those whom pronouns of the next can mean. */
  end(speaker: Meant | undefined, opensStretch: boolean): void {
    const current = this.#sentence
    if (current === undefined) return
    const { paragraph } = current.sentence
    if (speaker !== undefined && speaker.names.length > 0) {
      this.#last = { speaker, paragraph }
      this.hearers.spoke(speaker.names)
      if (opensStretch) this.#stretch = { speaker, paragraph }
    }
    const single = distinct(
      current.phrases.flatMap((p) => (p.kind === 'named' && p.name?.kind === 'person' ? [p.name] : [])),
    )
    const pronouns = distinct(
      current.phrases.flatMap((p) => (p.kind === 'third' && !p.many ? this.meant(p).names : [])),
    )
    this.#before = {
      single: single.length > 0 ? single : pronouns,
      many: this.#groupsAfter(current),
    }
  }

  /** `him`, `them` is not the subject of its own clause: of phrases after the last `that`, none is meant. */
  #eligible(here: readonly Phrase[], at: number): readonly Phrase[] {
    const tokens = this.#sentence?.tokens ?? []
    if (!/^(?:him|them)$/.test(tokens[at]?.lower ?? '')) return here
    const clause = Math.max(...here.map(({ from }) => from).filter((from) => tokens[from - 1]?.lower === 'that'), -1)
    return here.filter(({ from }) => from < clause)
  }

  /** `while talking with Petrov he`: who does what the gerund says is not the one with whom he does it. */
  #notObjects(here: readonly Phrase[], at: number): readonly Phrase[] {
    const tokens = this.#sentence?.tokens ?? []
    const last = here.at(-1)
    if (last === undefined || !/^(?:he|she)$/.test(tokens[at]?.lower ?? '') || at - last.to > 1) return here
    for (let i = last.from - 1; i >= Math.max(this.#sentence?.sentence.from ?? 0, last.from - 4); i--)
      if (
        /ing$/.test(tokens[i]?.lower ?? '') &&
        /^(?:while|when|after|before|on|upon|in)$/.test(tokens[i - 1]?.lower ?? '')
      )
        return here.slice(0, -1)
    return here
  }

  /** Whether `him` stands in another clause than the `he` before it: somebody else does something between. */
  #isOtherClause(here: readonly Phrase[], earlier: Phrase, at: number): boolean {
    const tokens = this.#sentence?.tokens ?? []
    return (
      tokens[at]?.lower === 'him' &&
      here.some(
        ({ from, kind }) => from > earlier.from && kind === 'first' && /^(?:i|we)$/.test(tokens[from]?.lower ?? ''),
      )
    )
  }

  /** Groups of the sentence that `they` can mean; a sentence without any leaves the earlier ones. */
  #groupsAfter(current: Parsed): readonly (readonly Name[])[] {
    const pronouns = current.phrases.flatMap((p) => (p.kind === 'third' && p.many ? [this.meant(p).names] : []))
    const lists = [...pronouns.slice(0, 1), ...this.#listsIn(current)].filter((list) => list.length > 0)
    return lists.length > 0 ? lists.slice(0, pronouns.length > 0 ? 1 : undefined) : this.#before.many
  }

  /** Groups, and persons joined by `and` or commas; not those that only qualify another noun. */
  #listsIn({ phrases, tokens }: Pick<Parsed, 'phrases' | 'tokens'>): (readonly Name[])[] {
    const lists: (readonly Name[])[] = []
    let open: { names: readonly Name[]; to: number } = { names: [], to: 0 }
    const close = () => {
      if (open.names.length > 1) lists.push(open.names)
      open = { names: [], to: 0 }
    }
    for (const phrase of phrases) {
      const { name, kind, many, from, to, owns } = phrase
      if (kind !== 'named' || name === undefined || owns) continue
      if (many && !/^(?:of|for|from|among|between|in|by)$/.test(tokens[from - 1]?.lower ?? ''))
        lists.push(this.meant(phrase).names)
      if (many || name.kind !== 'person') continue
      if (open.names.length > 0 && from - open.to > 2) close()
      open = { names: [...open.names, name], to }
    }
    close()
    return lists
  }

  /** Who speaks at a token: the author unless something says otherwise. */
  voice(at: number): Meant & { readonly isAuthor: boolean } {
    const saying = this.#sayings.find(({ from, to }) => from <= at && at < to)
    if (saying !== undefined) return { ...saying.speaker, isAuthor: false }
    const sentence = this.#sentence
    const paragraph = sentence?.sentence.paragraph
    if (this.#stretch !== undefined && this.#stretch.paragraph === paragraph)
      return { ...inferred(this.#stretch.speaker), isAuthor: false }
    if (this.reportsTalk && sentence !== undefined && this.#last !== undefined) {
      const free = sentence.phrases.filter(({ from }) => !this.#sayings.some((s) => s.from <= from && from < s.to))
      const addresses =
        free.some(({ kind, from }) => kind === 'second' || (kind === 'first' && isOwnersWord(sentence, from))) ||
        hasYour(sentence)
      const isWe = free.some(({ kind, many }) => kind === 'first' && many)
      const isTold = free.some(({ kind, many }) => kind === 'first' && !many) && !addresses
      if (addresses || (isWe && !isTold && this.#last.paragraph === paragraph))
        return { ...inferred(this.#last.speaker), isAuthor: false }
    }
    return { names: this.authors, certainty: 'stated', isAuthor: true }
  }

  /** The speaker of a sentence that is speech without a verb of saying, where one was introduced before. */
  get freeSpeaker(): Meant | undefined {
    return this.#last && inferred(this.#last.speaker)
  }

  /** Whom `you` means from here on, said by this speaker. */
  address(names: readonly Name[], speaker: readonly Name[]): void {
    const paragraph = this.#sentence?.sentence.paragraph
    if (paragraph !== undefined && names.length > 0) this.#you = { names, speaker, paragraph }
  }

  /** The persons whom a phrase means. */
  meant(phrase: Phrase): Meant {
    if (phrase.name !== undefined) return this.#groupBefore(phrase) ?? this.#named(phrase.name)
    if (phrase.kind === 'first') return this.voice(phrase.from)
    if (phrase.kind === 'second') return this.#second(phrase)
    return this.#third(phrase)
  }

  /** The persons of a subject; empty when one of its phrases means nobody. */
  meantBy(subject: Subject): Meant {
    const all = subject.phrases.map((phrase) => this.meant(phrase))
    const isSure = all.every(({ certainty }) => certainty === 'stated')
    return all.some(({ names }) => names.length === 0)
      ? NOBODY
      : { names: distinct(all.flatMap(({ names }) => names)), certainty: isSure ? 'stated' : 'inferred' }
  }

  /** `the delegation` after one list of persons is these persons. */
  #groupBefore({ name, from, nameFrom }: Phrase): Meant | undefined {
    if (name?.kind !== 'group' || nameFrom === from || name.label.includes(' ')) return undefined
    const [list = [], ...others] = this.#before.many
    return others.length === 0 && list.length > 1 && list.every(({ kind }) => kind === 'person')
      ? { names: list, certainty: 'inferred' }
      : undefined
  }

  #named(name: Name): Meant {
    if (name.kind !== 'position') return { names: [name], certainty: 'stated' }
    const holders = this.#roles.get(`exactly ${name.label.toLowerCase()}`) ?? this.#roles.get(postOf(name.label)) ?? []
    return holders.length === 1 ? { names: holders, certainty: 'inferred' } : { names: [name], certainty: 'stated' }
  }

  #second({ from }: Phrase): Meant {
    const voice = this.voice(from)
    if (
      this.#you !== undefined &&
      (this.#you.paragraph === this.#sentence?.sentence.paragraph ||
        (!voice.isAuthor && isAmong(this.#you.speaker, voice.names)))
    )
      return { names: this.#you.names, certainty: 'inferred' }
    if (voice.isAuthor) return this.reportsTalk ? NOBODY : { names: this.addressees, certainty: 'inferred' }
    return { names: this.hearers.of(voice.names, from), certainty: 'inferred' }
  }

  /** He, she, they: the one candidate in the sentence before the pronoun, else in the sentence before. */
  #third({ from, many }: Phrase): Meant {
    const here = this.#sentence?.phrases.filter(({ to }) => to <= from) ?? []
    const earlier = here.findLast((phrase) => phrase.kind === 'third' && phrase.many === many)
    if (many) {
      const lists =
        this.#sentence === undefined ? [] : this.#listsIn({ ...this.#sentence, phrases: this.#eligible(here, from) })
      if (earlier !== undefined && lists.length === 0) return this.#third(earlier)
      const [list, ...others] = lists.length > 0 ? lists : this.#before.many
      return list !== undefined && others.length === 0 ? { names: list, certainty: 'inferred' } : NOBODY
    }
    const persons = distinct(
      this.#eligible(this.#notObjects(here, from), from).flatMap(({ kind, name }) =>
        kind === 'named' && name?.kind === 'person' ? [name] : [],
      ),
    )
    if (persons.length === 0 && earlier !== undefined && this.#isOtherClause(here, earlier, from))
      return this.#third(earlier)
    const [person, ...others] = persons.length > 0 ? persons : this.#before.single
    const also =
      this.#sentence?.tokens[from + 1]?.lower === 'also' && persons.length === 0 ? this.#last?.speaker : undefined
    if (others.length > 0 && also?.names.length === 1) return inferred(also)
    return person !== undefined && others.length === 0 ? { names: [person], certainty: 'inferred' } : NOBODY
  }
}

const inferred = ({ names }: Meant): Meant => ({ names, certainty: 'inferred' })

const hasYour = ({ tokens, sentence }: Parsed): boolean =>
  tokens.slice(sentence.from, sentence.to).some(({ lower }) => lower === 'your')

const isOwnersWord = ({ tokens }: Parsed, at: number): boolean => tokens[at]?.lower === 'your'

/** Where the quotation that runs on from an earlier sentence closes, or undefined. */
function closing({ tokens, sentence }: Parsed): number | undefined {
  for (let at = sentence.from; at < sentence.to; at++) if (/^[”»"]$/.test(tokens[at]?.text ?? '')) return at
  return undefined
}
