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

/**
 * A label for each mark, or undefined where no place is free.
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
  return marks.map(({ x, y, radius, name }) => {
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
    const free = places.find((place) => {
      const box = boxOf(place, length, size)
      return (
        box.left >= 0 &&
        box.right <= width &&
        box.top >= 0 &&
        box.bottom <= height &&
        !taken.some((other) => overlap(box, other))
      )
    })
    if (free !== undefined) taken.push(boxOf(free, length, size))
    return free
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
