/** One side of a title's correspondents: who, from which post or place, and who passed the message on. */
import type { Name, Party, PartyRole } from '../document.ts'
import { withoutEnd } from './ends.ts'
import type { Match } from './match.ts'
import { parseName, splitNames } from './name.ts'
import { isNameWord, isSeat, isState, namesBody, namesPosition } from './role.ts'

const VIA = /\s*[[(]via\s+(?<via>[^\])]{1,80})[\])]|\s+via\s+(?<through>\p{Lu}[^,;]{1,60})$/iu
const IN_PLACE = /\s+(?:in|at)\s+(?<place>\p{Lu}[\p{L}.' -]{1,40})$/u
const AFTER_COMMA = /,\s*(?<place>\p{Lu}[\p{L}.' -]{1,30})$/u

/** The names of one side with its place and those who passed the message on. */
export function partiesIn(
  title: string,
  from: number,
  to: number,
  role: PartyRole,
  placeRole: 'sentFrom' | 'sentTo',
): Match<Party>[] {
  const words = withoutEnd(title.slice(from, to), /[\s,]/u)
  const via = VIA.exec(words)
  const end = from + (via ? via.index : words.length)
  const side = title.slice(from, end)
  const place = placeOf(side)
  // A mission keeps its place (`Embassy in Pyongyang`); for persons it is where they were.
  const persons =
    place && (place.aside || !(namesBody(side.slice(0, place.at)) || namesPosition(side.slice(0, place.at))))
  const names = namesIn(title, from, persons ? from + place.at : end)
  const parties = names
    .filter(({ value }) => value.kind !== 'unknown')
    // `from Washington to Bucharest`: a place sends nothing, it is where the paper was sent from.
    .map(
      (name): Match<Party> => ({
        ...name,
        value: { role: name.value.kind === 'place' ? placeRole : role, name: name.value },
      }),
    )
  if (place) {
    const start = from + side.lastIndexOf(place.words)
    // `Letter from X to Y, Sofia`: a place at the end of a title is where the paper was written.
    parties.push({
      value: { role: place.aside ? 'sentFrom' : placeRole, name: { kind: 'place', label: place.words, forms: [] } },
      start,
      end: start + place.words.length,
    })
  }
  const through = via?.groups?.via ?? via?.groups?.through
  if (via && through) {
    const start = from + via.index + via[0].indexOf(through)
    parties.push(
      ...namesIn(title, start, start + through.length).map(
        (name): Match<Party> => ({ ...name, value: { role: 'relayedBy', name: name.value } }),
      ),
    )
  }
  return parties
}

function placeOf(side: string): { readonly words: string; readonly at: number; readonly aside: boolean } | undefined {
  const inPlace = IN_PLACE.exec(side)
  const aside = AFTER_COMMA.exec(side)
  if (aside?.groups?.place && isSeat(aside.groups.place)) {
    return { words: aside.groups.place, at: aside.index, aside: !namesBody(side.slice(0, aside.index)) }
  }
  const last = /\s(?<seat>\p{Lu}\p{L}+)$/u.exec(side)
  if (!inPlace && last?.groups?.seat && isSeat(last.groups.seat) && namesBody(side)) {
    return { words: last.groups.seat, at: last.index, aside: false }
  }
  // `Embassy … in North Korea` is where a mission is accredited, not where the paper was sent.
  const place = inPlace?.groups?.place
  if (!inPlace || place === undefined || isState(place)) return undefined
  // `Ambassador in Beijing X`: the place of an office ends where the name begins.
  const words = place.split(' ')
  const seat = words.map((_, index) => words.slice(0, words.length - index).join(' ')).find(isSeat)
  if (namesPosition(side.slice(0, inPlace.index)) && words.length > 1)
    return seat === undefined ? undefined : { words: seat, at: inPlace.index, aside: false }
  return { words: place, at: inPlace.index, aside: false }
}

/** `Polish Embassy in Washington (Drozniak)`: a body, and who writes for it. */
const HEADED = /^(?<body>.+?)\s+\((?<head>\p{Lu}[\p{L}.'’ -]{2,40})\)$/du

/** The names of a stretch of a title. */
export const namesIn = (title: string, from: number, to: number): Match<Name>[] =>
  splitNames(title.slice(from, to)).flatMap(({ start, end }) => namesAt(title, from + start, from + end))

function namesAt(title: string, start: number, end: number): Match<Name>[] {
  const words = title.slice(start, end)
  const { body, head } = HEADED.exec(words)?.indices?.groups ?? {}
  const headed =
    body &&
    head &&
    namesBody(words.slice(...body)) &&
    !namesPosition(words.slice(...body)) &&
    /\p{Ll}/u.test(words.slice(...head)) &&
    words
      .slice(...head)
      .split(' ')
      .every(isNameWord)
  return (headed ? [body, head] : [[0, words.length] as const]).map(([from, to]) => ({
    value: parseName(words.slice(from, to)),
    start: start + from,
    end: start + to,
  }))
}
