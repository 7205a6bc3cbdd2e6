/** Checks that a reading's evidence is true: the same as every mutated input is checked with. */
export { falseEvidence, wordsIn } from '../fuzz/evidence.ts'
