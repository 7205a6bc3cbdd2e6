/** Where names stand beside their marks, so that none covers another: the most important takes its place first. */

export interface Mark {
  readonly x: number
  readonly y: number
  /** Of the mark. */
  readonly radius: number
  readonly name: string
}

export interface Label {
  readonly x: number
  /** Of the line on which the letters stand. */
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
}

export interface Frame {
  readonly width: number
  readonly height: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Width of a letter and height of a line, in parts of the size of the letters. */
const LETTER = 0.56
const LINE = 1.2
/** Letters of a name that is shown; the whole stands in the table. */
const MOST = 28
/** The most important marks, which have a label in any case. */
const ALWAYS = 12

/**
 * A label for each mark, or undefined where no place is free; the most important have one in any case.
 * @param marks the most important first
 * @param size of the letters
 */
export function placeLabels(marks: readonly Mark[], { width, height }: Frame, size: number): (Label | undefined)[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  return marks.map(({ x, y, radius, name }, nth) => {
    const text = shortened(name)
    const length = [...text].length * size * LETTER
    const gap = radius + size * 0.3
    const places: readonly Label[] = [
      { x: x + gap, y: y + size * 0.35, anchor: 'start', text },
      { x: x - gap, y: y + size * 0.35, anchor: 'end', text },
      { x, y: y + gap + size * 0.8, anchor: 'middle', text },
      { x, y: y - gap - size * 0.2, anchor: 'middle', text },
      ...[1, -1].flatMap((down): Label[] => [
        { x: x + gap * 0.7, y: y + size * 0.35 + down * size * 0.7, anchor: 'start', text },
        { x: x - gap * 0.7, y: y + size * 0.35 + down * size * 0.7, anchor: 'end', text },
      ]),
    ]
    const inFrame = places.filter((place) => {
      const box = boxOf(place, length, size)
      return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height
    })
    const covered = (place: Label) => {
      const box = boxOf(place, length, size)
      return taken.filter((other) => overlap(box, other)).length
    }
    const free = inFrame.find((place) => covered(place) === 0)
    // Who matters most is named where it covers least, even if that is something.
    const chosen = free ?? (nth < ALWAYS ? inFrame.toSorted((a, b) => covered(a) - covered(b))[0] : undefined)
    if (chosen !== undefined) taken.push(boxOf(chosen, length, size))
    return chosen
  })
}

function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= MOST
    ? name
    : `${letters
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`
}

function boxOf({ x, y, anchor }: Label, length: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2
  return { left, right: left + length, top: y - size, bottom: y + size * (LINE - 1) }
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
