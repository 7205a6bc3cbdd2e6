/** How those who write and are written to stand to each other: whether one directs the other, whether one is asked. */
import type { Name } from '../document.ts'
import type { Discourse } from './discourse.ts'

/** Posts that take instructions from their government. */
const ABROAD =
  /\b(?:ambassador|embassy|chargé|charge|consul|consulate|legation|mission|representative|attaché|minister (?:in|to)|adviser|advisor)\b/i
const isAbroad = ({ label, role }: Name): boolean => ABROAD.test(`${label} ${role ?? ''}`)

/** Whether the message goes from a government to its post abroad. */
export const isSuperior = ({ authors, hearers }: Discourse): boolean =>
  authors.length > 0 && !authors.some(isAbroad) && [...hearers.carriers, ...hearers.addressees].some(isAbroad)

const MESSAGE =
  /^(?:ciphered-telegram|telegram|letter|correspondence|enclosed-message|note|diplomatic-note|instruction)$/
/** `Would it not be`, `Is there no`, `Why should we`: an answer in the form of a question. */
const ANSWERS_ITSELF =
  /(?:^|, |" |\) )(?:\w+ , )?(?:(?:would|will|should|must|could|can|is|are|was|were|do|does|did|has|have)(?:n't| not\b|n’t)|(?:would|will|should|must|could|can|is|are|was|were|do|does|did|has|have) (?:it|we|they|he|this|that|there|these|those) not\b|is there no\b|why should\b)/

/** Whether a question is put to somebody. */
export const isPut = (words: string, documentType: string, { reportsTalk }: Discourse): boolean =>
  reportsTalk || ((/\byour?s?\b/.test(words) || MESSAGE.test(documentType)) && !ANSWERS_ITSELF.test(words))
