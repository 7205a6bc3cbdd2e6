/** What judged samples have shown of the rules. Made by `npm run accuracy -- report` from test/accuracy/judgements.csv. */

/** Share of right hits, how many were judged, when the last was, and what they were drawn from. */
export interface Measured {
  readonly precision: number
  readonly size: number
  readonly on: string
  readonly sample: string
}

export const MEASURED: Readonly<Record<string, Measured>> = {}
