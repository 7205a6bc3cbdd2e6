declare module 'rdf-canonize' {
  import type { Quad } from '@rdfjs/types'

  export function canonize(quads: readonly Quad[], options: { readonly algorithm: 'RDFC-1.0' }): Promise<string>
}
