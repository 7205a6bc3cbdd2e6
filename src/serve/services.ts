/** What the web stands on: everything that a handler may call. */
import type { Quad } from '@rdfjs/types'
import type { Settings } from '../config.ts'
import type { ScratchEngine } from '../engine/embedded/scratch.ts'
import type { Engine } from '../engine/engine.ts'
import type { Question } from '../pages/examples.tsx'
import type { LocalEngine } from '../pages/sparql.tsx'
import type { Generations } from './generations.ts'

export interface Services {
  readonly settings: Settings
  readonly generations: Generations
  readonly engine: Engine
  /** The SHACL shapes. */
  readonly shapes: readonly Quad[]
  readonly questions: readonly Question[]
  /** For a site without a server: where the reader's browser finds what answers queries. */
  readonly local?: LocalEngine
  /** Takes note of a fault that a request met. */
  report(error: unknown): void
}

/** What serves protocol tests: an empty store that can be changed. */
export type ScratchServices = Pick<Services, 'settings' | 'report'> & { readonly engine: ScratchEngine }
