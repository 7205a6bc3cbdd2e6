/** What the rules of running text find in inputs: every hit with its place and what a judge has to see. */

import { createDirectory } from '../../dist/authority/directory.js'
import { loadAuthority } from '../../dist/authority/load.js'
import type { Settings } from '../../dist/config.js'
import type { Found, Name } from '../../dist/document.js'
import { createIris } from '../../dist/iris.js'
import { codePoints } from '../../dist/map/evidence.js'
import { findInputs, readBytes } from '../../dist/publish/inputs.js'
import { read } from '../../dist/read/index.js'
import { assemble, cardsOf, reconcile } from '../../dist/reconcile/index.js'
import { extract } from '../../dist/text/index.js'
import type { Place } from './judgements.ts'

export interface Hit extends Place {
  readonly input: string
  readonly kind: string
  readonly words: string
  /** Some of the text before and after, on one line. */
  readonly before: string
  readonly after: string
  /** Who acts, who is spoken to, who takes part, whom the words name. */
  readonly facts: string
}

const CONTEXT = 320
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
const labels = (names: readonly Name[]): string => names.map(({ label }) => label).join('; ') || 'nobody'

/** Goes over the inputs one by one; `onText` hears of each source text that was read. */
export async function* hitsIn(
  inputs: readonly string[],
  settings: Settings,
  onText: (sha256: string, input: string) => void,
): AsyncGenerator<Hit> {
  const { authority } = loadAuthority(settings.authorities)
  const iris = createIris(settings.base)
  const { maxInputSize, records } = settings
  for (const file of findInputs(inputs, settings).files) {
    const input = readBytes(file, settings.maxInputSize)
    if ('code' in input) continue
    for await (const reading of read(input, { maxInputSize, records, authority })) {
      const { groups } = reconcile([cardsOf(reading, 0)], { iris, registry: new Map() })
      const members = groups.flatMap((plan) =>
        assemble(plan, () => reading).members.map((one) => ({ ...one, slug: plan.slug })),
      )
      for (const { document, source, slug } of members) {
        onText(source.sha256, file.path)
        if (document.text === undefined) continue
        const { start, end } = document.text
        const names = createDirectory([document], authority, source.text.slice(start, end))
        const { mentions, events, acts } = extract(source, document, names)
        const position = codePoints(source)
        const hit = (found: Found<unknown>, kind: string, facts: string): Hit => ({
          rule: found.rule,
          document: slug,
          sha256: source.sha256,
          start: position(found.span.start),
          end: position(found.span.end),
          input: file.path,
          kind,
          words: oneLine(found.words),
          before: oneLine(source.text.slice(Math.max(0, found.span.start - CONTEXT), found.span.start)),
          after: oneLine(source.text.slice(found.span.end, found.span.end + CONTEXT)),
          facts,
        })
        for (const found of mentions)
          yield hit(found, `mention of a ${found.value.name.kind}`, `names ${found.value.name.label}`)
        for (const found of events) {
          const { kind, factuality, participants, place, date } = found.value
          const where = `${place ? `, in ${place.label}` : ''}${date ? `, on ${date.value.edtf}` : ''}`
          yield hit(found, `${kind} (${factuality})`, `with ${labels(participants.map(({ name }) => name))}${where}`)
        }
        for (const found of acts) {
          const { kind, factuality, actors, addressees } = found.value
          yield hit(found, `${kind} (${factuality})`, `${labels(actors)} → ${labels(addressees)}`)
        }
      }
    }
  }
}
