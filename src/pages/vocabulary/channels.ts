/** The lanes of a way between two columns: which line runs beside which, so that few cross. */

/** What runs up and down in one lane: the heights at which lines come to it from the left and from the right. */
export interface Trunk {
  readonly key: string
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** Lines that run closer than this on one height look like one. */
const CLOSE = 4

/** The keys in the order of their lanes, from the left: each is moved as long as fewer lines cross for it. */
export function channels(trunks: readonly Trunk[]): readonly string[] {
  let order: readonly Trunk[] = [...trunks].sort((a, b) => middle(a) - middle(b) || (a.key < b.key ? -1 : 1))
  for (let least = total(order), before = least + 1; least < before; ) {
    before = least
    for (const trunk of trunks) {
      const others = order.filter((other) => other !== trunk)
      for (let i = 0; i <= others.length; i++) {
        const moved = [...others.slice(0, i), trunk, ...others.slice(i)]
        const crossed = total(moved)
        if (crossed >= least) continue
        order = moved
        least = crossed
      }
    }
  }
  return order.map(({ key }) => key)
}

const total = (order: readonly Trunk[]): number =>
  order.reduce((sum, a, i) => order.slice(i + 1).reduce((more, b) => more + crossings(a, b), sum), 0)
const ends = ({ left, right }: Trunk) => [...left, ...right]
const middle = (trunk: Trunk) => ends(trunk).reduce((sum, y) => sum + y, 0) / ends(trunk).length

/** How often lines of two trunks cross or run on each other, the first in the lane to the left. */
function crossings(a: Trunk, b: Trunk): number {
  const within = (trunk: Trunk, y: number) => y > Math.min(...ends(trunk)) && y < Math.max(...ends(trunk))
  const cross = b.left.filter((y) => within(a, y)).length + a.right.filter((y) => within(b, y)).length
  const touch = b.left.flatMap((y) => a.right.filter((other) => Math.abs(y - other) < CLOSE)).length
  return cross + 5 * touch
}
