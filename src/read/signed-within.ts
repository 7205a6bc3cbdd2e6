/** Signatures that stand within a text, where no lines set them apart: by a mark, or because the sender's name stands alone. */
import type { Found, Name, Party } from '../document.ts'
import { literally } from '../letters.ts'
import { part, type Stretch, wordsOf } from './evidence.ts'
import { signed, unpartedIn } from './signature.ts'

/** `[Chinese signature] Liu Shaoqi`, wherever it stands; not that of a translator: `[by] [signature] (X)`. */
const MARKED =
  /(?<!\b(?:[Tt]ranslated|[Tt]yped|[Vv]erified|[Cc]ertified)\b[^\n.]{0,60})\[(?:\p{L}+ )?signature\]\s*(?<name>\p{Lu}\p{L}+(?:[ .]{1,2}\p{Lu}\p{L}*\.?){0,2})/dgu

/** The title, not such a signature, says who sends: `Filippov [Stalin]` tells more than `Filippov`. */
export const SENDER_ALONE = 'sender-alone'

/** Who signs within the text: those behind a mark, else the sender that the title names, alone behind a sentence. */
export function signedWithin(body: Stretch | undefined, senders: readonly Name[]): Found<Party>[] {
  if (body === undefined) return []
  const { words } = wordsOf(body)
  const marked = [...words.matchAll(MARKED)].at(-1)?.indices?.groups?.name
  if (marked !== undefined) return [signed(part(body, ...marked), 'signature-mark')]
  return senders.flatMap((sender) => alone(body, words, sender)).slice(0, 8)
}

/** The names by which somebody signs: in full, by surname, by code name. */
const namesOf = ({ label, forms }: Name): string[] => [
  ...forms.filter(({ kind }) => kind === 'code-name').map(({ value }) => value),
  label,
  ...forms.filter(({ kind }) => kind === 'surname').map(({ value }) => value),
]

function alone(body: Stretch, words: string, sender: Name): Found<Party>[] {
  for (const name of namesOf(sender)) {
    const spelled = name.split(' ').map(literally).join(String.raw`[\s[]{1,3}`)
    const found = [
      ...words.matchAll(
        new RegExp(
          String.raw`(?<!\b(?:comrs?|cdes?|coms?|mr|dr|gen)\.\s{1,3})(?<=[.!?…]["”»)\]]{0,4}\s{1,80}|\n\s{0,80}(?:\d[\d./-]{5,9}\s{1,9})?)${spelled}\]?`,
          'giu',
        ),
      ),
    ].at(-1)
    if (found === undefined) continue
    const rest = words.slice(found.index + found[0].length)
    const all = unpartedIn(words.slice(found.index, found.index + 200))
    if (all.length > 1)
      return all.map(({ start, end }) => signed(part(body, found.index + start, found.index + end), SENDER_ALONE))
    if (/^\.?["”»]?\s*(?:\n|$)|^\.["”»]\s/u.test(rest))
      return [signed(part(body, found.index, found.index + found[0].length), SENDER_ALONE)]
  }
  return []
}
