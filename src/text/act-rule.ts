/** What a rule is by which a verb is read as an act. */
import type { ActKind } from '../statements.ts'
import type { Complement } from './complements.ts'

export interface VerbRule {
  readonly name: string
  readonly describes: string
  readonly kind: ActKind
  readonly verbs: readonly string[]
  /** What must follow the verb. */
  readonly takes: readonly Complement[]
  /** Nouns of which one must stand among the next words: `express` gratitude. */
  readonly nouns?: RegExp
  /** What verb and next words must be: the verb's base form, then what follows it. */
  readonly words?: RegExp
  /** What they must not be: words before, verb group and next words as they stand, parted by ` | `. */
  readonly unless?: RegExp
  /** Next words that deny the act: `gave` no assurance. */
  readonly denied?: RegExp
  /** Words that the content must have. */
  readonly content?: RegExp
  /** A verb of saying: when what is said is itself an act, only that act is reported. */
  readonly frame?: true
  /** What the act is when the verb is negated. */
  readonly negated?: ActKind
  /** The act is an answer. */
  readonly answers?: true
  /** Only under these verbs of wishing: `would like to receive`. */
  readonly wish?: RegExp
  /** Only of `I` and `we`. */
  readonly firstPerson?: true
  /** The same act in the content is this act, not another. */
  readonly absorbs?: true
}

/** Anything that can follow a verb; what follows a verb of saying. */
export const CLAUSE: readonly Complement[] = [
  'that',
  'speech',
  'question',
  'object',
  'about',
  'nothing',
  'to',
  'with',
  'for',
  'infinitive',
]
export const SAID: readonly Complement[] = ['that', 'speech', 'question', 'object']
