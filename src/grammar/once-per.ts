/** What is made once for each of the things that all references share, such as the scheme of an archive. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    const value = made.get(key) ?? { value: make(key) }
    made.set(key, value)
    return value.value
  }
}
