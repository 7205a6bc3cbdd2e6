/** The ways to see the collection as a whole: timeline, networks, matrix, map. */
import { Router } from 'express'
import { between } from './between.ts'
import { map } from './map.ts'
import { network } from './network.ts'
import type { Services } from './services.ts'
import { timeline } from './timeline.ts'

export function views(services: Services): Router {
  return Router({ strict: true, caseSensitive: true }).use(
    timeline(services),
    network(services),
    between(services),
    map(services),
  )
}
