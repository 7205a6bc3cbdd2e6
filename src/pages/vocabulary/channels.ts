/** The lanes of a way between two columns: which line runs beside which, so that few cross. */

/** What runs up and down in one lane: the heights at which lines come to it from the left and from the right. */
export interface Trunk {
  readonly key: string
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** Lines that run closer than this on one height look like one. */
const CLOSE = 4

/** The keys in the order of their lanes, from the left: neighbours change places as long as fewer lines cross. */
export function channels(trunks: readonly Trunk[]): readonly string[] {
  const order = [...trunks].sort((a, b) => middle(a) - middle(b) || (a.key < b.key ? -1 : 1))
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (let i = 0; i + 1 < order.length; i++) {
      const [a, b] = [order[i], order[i + 1]]
      if (a === undefined || b === undefined || crossings(b, a) >= crossings(a, b)) continue
      order[i] = b
      order[i + 1] = a
      isBetter = true
    }
  }
  return order.map(({ key }) => key)
}

const ends = ({ left, right }: Trunk) => [...left, ...right]
const middle = (trunk: Trunk) => ends(trunk).reduce((sum, y) => sum + y, 0) / ends(trunk).length

/** How often lines of two trunks cross or run on each other, the first in the lane to the left. */
function crossings(a: Trunk, b: Trunk): number {
  const within = (trunk: Trunk, y: number) => y > Math.min(...ends(trunk)) && y < Math.max(...ends(trunk))
  const cross = b.left.filter((y) => within(a, y)).length + a.right.filter((y) => within(b, y)).length
  const touch = b.left.flatMap((y) => a.right.filter((other) => Math.abs(y - other) < CLOSE)).length
  return cross + 3 * touch
}
