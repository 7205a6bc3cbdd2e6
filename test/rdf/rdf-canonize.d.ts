declare module 'rdf-canonize' {
  import type { Quad } from '@rdfjs/types'

  export function canonize(
    quads: readonly Quad[],
    options: {
      readonly algorithm: 'RDFC-1.0'
      /** The power of the number of like blank nodes up to which they are compared; 1 where nothing is said. */
      readonly maxWorkFactor?: number
    },
  ): Promise<string>
}
