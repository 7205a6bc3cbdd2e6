/** Fields of a record that may be absent. */

/** The optional field when the value is there, nothing otherwise. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V })
}
