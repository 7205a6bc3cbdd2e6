/** English verbs: their forms, and the group of words that a verb makes with its auxiliaries. Knows no meanings. */
import type { Token } from './tokens.ts'

type Form = 'base' | 'third' | 'past' | 'participle' | 'gerund'

/** Base, past and participle of irregular verbs. */
const IRREGULAR = `
say said said; tell told told; give gave given; speak spoke spoken; hold held held; meet met met; send sent sent; think thought thought
make made made; put put put; take took taken; bring brought brought; come came come; go went gone; leave left left; fly flew flown
see saw seen; read read read; let let let; ask asked asked; undertake undertook undertaken; find found found; lay laid laid; set set set
swear swore sworn; forbid forbade forbidden; pay paid paid; have had had; be was been; feel felt felt; write wrote written
understand understood understood; get got got; lead led led; bid bade bidden; break broke broken; keep kept kept; choose chose chosen
`
const irregular = new Map(
  IRREGULAR.trim()
    .split(/[;\n]/)
    .map((row) => row.trim().split(' '))
    .map(([base = '', past = '', participle = '']) => [base, { past, participle }]),
)

/** Doubles its last letter: `beg`, `begged`. */
const DOUBLES =
  /^(?:beg|plan|permit|submit|transmit|admit|refer|prefer|concur|commit|control|stop|get|let|put|set|forbid|compel|confer|sign off)$/

const stem = (base: string): string => (DOUBLES.test(base) ? base + base.slice(-1) : base)
const isConsonantY = (base: string): boolean => /[^aeiou]y$/.test(base)

function inflect(base: string): [string, Form][] {
  if (base === 'be')
    return [
      ...'am is are'.split(' ').map((word): [string, Form] => [word, 'third']),
      ['was', 'past'],
      ['were', 'past'],
      ['been', 'participle'],
    ]
  const known = irregular.get(base)
  const regular = base.endsWith('e') ? `${base}d` : isConsonantY(base) ? `${base.slice(0, -1)}ied` : `${stem(base)}ed`
  const third = isConsonantY(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z|go|do)$/.test(base)
      ? `${base}es`
      : `${base}s`
  const gerund = /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem(base)}ing`
  return [
    [base, 'base'],
    [base === 'have' ? 'has' : third, 'third'],
    [known?.past ?? regular, 'past'],
    [known?.participle ?? regular, 'participle'],
    [gerund, 'gerund'],
  ]
}

/** The forms of some verbs: word to lemma and what form it can be. */
export type Lexicon = ReadonlyMap<string, { readonly lemma: string; readonly forms: ReadonlySet<Form> }>

export function lexiconOf(lemmas: Iterable<string>): Lexicon {
  const words = new Map<string, { lemma: string; forms: Set<Form> }>()
  for (const lemma of lemmas)
    for (const [word, form] of inflect(lemma)) {
      const entry = words.get(word) ?? { lemma, forms: new Set() }
      entry.forms.add(form)
      words.set(word, entry)
    }
  return words
}

/** A verb with its auxiliaries. Positions of tokens, the end exclusive; `head` is the verb itself. */
export interface VerbGroup {
  readonly from: number
  readonly to: number
  readonly head: number
  readonly lemma: string
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'bare'
  readonly tense: 'past' | 'present' | 'future'
  readonly passive: boolean
  readonly negated: boolean
  /** `can`, `would`, `must` … */
  readonly modal?: string
  /** Under a verb of wishing: `would like to ask`. */
  readonly wish?: string
}

const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being'])
const HAVE = new Set(['have', 'has', 'had', 'having'])
const DO = new Set(['do', 'does', 'did'])
const MODALS = new Set([
  'will',
  'shall',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'should',
  'cannot',
  "can't",
  "won't",
  "wouldn't",
  "couldn't",
  "shouldn't",
])
const WISHES = new Set([
  'like',
  'want',
  'wants',
  'wanted',
  'wish',
  'wishes',
  'wished',
  'intend',
  'intends',
  'intended',
  'hope',
  'hopes',
  'plan',
  'plans',
  'planned',
])
const CATENATIVES = new Set([
  'going',
  'about',
  'able',
  'ready',
  'prepared',
  'willing',
  'supposed',
  'obliged',
  'glad',
  'have',
  'has',
  'had',
])
const NEGATIVES = new Set(['not', 'never', 'no', 'cannot', 'nor', 'neither'])
const ADVERBS = new Set(
  'also again already further then therefore thus just still even ever now once too often soon always sometimes hereby moreover however nevertheless immediately yet first finally all both each himself herself themselves myself ourselves itself in turn'.split(
    ' ',
  ),
)

export const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  (ADVERBS.has(token.lower) ||
    NEGATIVES.has(token.lower) ||
    (/ly$/.test(token.lower) &&
      token.lower.length > 4 &&
      !/^(?:reply|supply|apply|family|assembly|july|italy|ally|rely|comply|imply)$/.test(token.lower)))

/** Whether a word is an auxiliary: where one stands, a clause has its verb. */
export const isAuxiliary = (token: Token | undefined): boolean =>
  token !== undefined &&
  (BE.has(token.lower) ||
    HAVE.has(token.lower) ||
    DO.has(token.lower) ||
    MODALS.has(token.lower) ||
    /^(?:is|was|were|do|does|did|has|have|had|are)n't$/.test(token.lower))

/** The verb groups of the lexicon within `[from, to)`, in order. A noun that looks like a verb is a group of form `bare`. */
export function findVerbGroups(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    const entry = token?.kind === 'word' ? lexicon.get(token.lower) : undefined
    if (entry !== undefined) groups.push(groupAt(tokens, at, from, entry))
  }
  return groups
}

function groupAt(
  tokens: readonly Token[],
  head: number,
  limit: number,
  entry: { lemma: string; forms: ReadonlySet<Form> },
): VerbGroup {
  const auxiliaries: string[] = []
  let wish: string | undefined
  let infinitive = false
  let start = head
  for (let at = head - 1; at >= limit && head - at < 9; at--) {
    const token = tokens[at]
    const word = token?.lower ?? ''
    if (isAuxiliary(token)) auxiliaries.unshift(word)
    else if (word === 'to' && !infinitive && isAdverbial(tokens, at + 1, head)) {
      const before = lastBefore(tokens, at, limit)
      if (WISHES.has(before) || CATENATIVES.has(before)) {
        if (WISHES.has(before)) wish = before
        else if (HAVE.has(before)) auxiliaries.unshift('must')
        at = indexBefore(tokens, at, limit)
      } else infinitive = true
      if (infinitive) {
        start = at
        break
      }
    } else if (!isAdverb(token)) break
    start = at
  }
  const forms = entry.forms
  const negated = tokens.slice(start, head).some(({ lower }) => NEGATIVES.has(lower) || lower.endsWith("n't"))
  const modal = auxiliaries.find((word) => MODALS.has(word))
  const be = auxiliaries.some((word) => BE.has(word))
  const passive = be && forms.has('participle') && !forms.has('gerund')
  const bare = {
    from: start,
    to: head + 1,
    head,
    lemma: entry.lemma,
    negated,
    passive,
    ...(modal && { modal }),
    ...(wish && { wish }),
  }
  if (infinitive) return { ...bare, form: 'infinitive', tense: 'present' }
  if (forms.has('gerund') && !be) return { ...bare, form: 'gerund', tense: 'present' }
  const hasTense = auxiliaries.length > 0 || wish !== undefined || forms.has('past') || forms.has('third')
  return { ...bare, form: hasTense ? 'finite' : 'bare', tense: tenseOf(auxiliaries, forms, modal) }
}

const isAdverbial = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!isAdverb(tokens[at]) && !isAuxiliary(tokens[at])) return false
  return true
}

const indexBefore = (tokens: readonly Token[], at: number, limit: number): number => {
  let index = at - 1
  while (index > limit && isAdverb(tokens[index])) index--
  return index
}

const lastBefore = (tokens: readonly Token[], at: number, limit: number): string =>
  tokens[indexBefore(tokens, at, limit)]?.lower ?? ''

function tenseOf(
  auxiliaries: readonly string[],
  forms: ReadonlySet<Form>,
  modal: string | undefined,
): VerbGroup['tense'] {
  if (modal === 'will' || modal === 'shall' || modal === "won't") return 'future'
  if (
    auxiliaries.some(
      (word) =>
        ['had', 'has', 'have', 'did', 'was', 'were', 'been'].includes(word) ||
        /^(?:did|was|were|had|has|have)n't$/.test(word),
    )
  )
    return 'past'
  return forms.has('past') && auxiliaries.length === 0 ? 'past' : 'present'
}
