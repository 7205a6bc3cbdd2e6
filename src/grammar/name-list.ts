/** The grammar of lists of names: where one name ends and the next begins, though names hold commas and `and` too. */
import type { Match } from './match.ts'
import { isInitials, isSeat, isState, namesBody, namesPosition, splitHonorific, splitRole } from './role.ts'

const SEPARATOR = /;|\n|,\s*(?:(?:and|et)\b(?!\s+(?:al\b|others))|&)?|\s(?:and|und|et|и)\s(?!al\b|others\b)/gu

interface Piece {
  readonly start: number
  readonly end: number
  readonly joint: string
}

/**
 * The names of a list (`Kuznetsov, Fedorenko`, `I. Stalin and V. Molotov`), each with its place. A role or an office
 * with its `and` or comma stays with its name: `Deputy Premier and Minister of Finance X`, `X, Minister of …`.
 */
export function splitNames(text: string): Match<string>[] {
  const names: Piece[] = []
  for (const piece of piecesOf(text)) {
    const before = names.at(-1)
    if (
      before &&
      belongsTogether(text.slice(before.start, before.end), piece.joint, text.slice(piece.start, piece.end))
    ) {
      names[names.length - 1] = { ...before, end: piece.end }
    } else names.push(piece)
  }
  return names.map(({ start, end }) => ({ value: text.slice(start, end).replace(/\s+/gu, ' '), start, end }))
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let [start, joint] = [0, '']
  const add = (end: number) => {
    const words = text.slice(start, end)
    const lead = words.length - words.trimStart().length
    if (words.trim() !== '') pieces.push({ start: start + lead, end: start + words.trimEnd().length, joint })
  }
  const depth = depths(text)
  for (const found of text.matchAll(SEPARATOR)) {
    if (depth[found.index] !== 0) continue
    add(found.index)
    joint = found[0].trim().replace(/\s+/gu, ' ')
    start = found.index + found[0].length
  }
  add(text.length)
  return pieces
}

/** How many brackets are open at each place. */
function depths(text: string): Uint16Array {
  const depth = new Uint16Array(text.length)
  let open = 0
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]
    if (sign === '(' || sign === '[') open += 1
    depth[index] = Math.min(open, 65535)
    if (sign === ')' || sign === ']') open = Math.max(0, open - 1)
  }
  return depth
}

function belongsTogether(before: string, joint: string, piece: string): boolean {
  if (joint === ';' || joint === '') return false
  const words = piece.split(/\s+/)
  if (words.every(isInitials) || /\s\p{Lu}\.$/u.test(before)) return true
  const comma = joint === ','
  const office = namesPosition(before) && splitRole(splitHonorific(before).rest).name === ''
  if (office) return comma ? !namesPosition(piece) && !namesBody(piece) : true
  if (comma && namesBody(before)) return isSeat(piece) || isState(piece)
  if (namesPosition(piece) && splitRole(piece).name === '') return comma || /,/.test(before)
  return comma && namesBody(piece) && !namesBody(before)
}
