/** What is looked up again and again, remembered. */

/** The same search, whose results are kept: of `most` keys, the one that was kept longest goes first. */
export function remembering<T>(find: (key: string) => Promise<T>, most: number): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return (key) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const found = find(key)
    found.catch(() => kept.delete(key))
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, found)
    return found
  }
}
