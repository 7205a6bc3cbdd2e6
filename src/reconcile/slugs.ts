/**
 * The slug of every document: from the data, unless the registry has given one before. A slug is never given to a
 * second document, whatever became of the first.
 */
import { dateSlug, shortHash, slugify } from '../iris.ts'
import { type Registry, type RegistryRow, recordAlias, recordMerge, standingOf } from '../registry.ts'
import type { Identity } from './identity.ts'
import { listedDate } from './preferred-date.ts'

export interface Slugs {
  /** By the key of the identity. */
  readonly byKey: ReadonlyMap<string, string>
  /** With the aliases and merges that this assignment made. */
  readonly registry: Registry
}

/** Gives each identity its slug. `identities` are sorted by key: the earlier of two that want one slug gets it plain. */
export function assignSlugs(identities: readonly Identity[], registry: Registry): Slugs {
  const claims = claimsOf(identities, registry)
  const taken = new Set(registry.keys())
  const byKey = new Map<string, string>()
  let settled = registry
  for (const identity of identities) {
    const { kept, given } = claims.get(identity.key) ?? { given: [] }
    const slug = kept ?? identity.slug ?? freeSlug(identity, taken)
    taken.add(slug)
    byKey.set(identity.key, slug)
    const [older, ...others] = given.filter((row) => row.slug !== slug)
    if (older !== undefined)
      settled = kept === undefined ? recordAlias(settled, older.slug, slug) : recordMerge(settled, older.slug, slug)
    for (const other of others) settled = recordMerge(settled, other.slug, slug)
  }
  return { byKey, registry: settled }
}

interface Claim {
  /** The slug that stays. */
  readonly kept?: string
  /** Rows that stand for the document, under this key or an older one. */
  readonly given: readonly RegistryRow[]
}

/** What the registry has given to each identity. A row under a key that two identities answer to belongs to neither. */
function claimsOf(identities: readonly Identity[], registry: Registry): Map<string, Claim> {
  const rowOf = new Map<string, RegistryRow>()
  for (const row of registry.values())
    if (row.key !== undefined) {
      const standing = standingOf(registry, row.slug)
      // Merged into what was never published: it stands for nothing yet.
      if (standing !== undefined || row.status !== 'merged') rowOf.set(row.key, standing ?? row)
    }
  const ownKeys = new Set(identities.map(({ key }) => key))
  const claimants = new Map<string, number>()
  for (const key of identities.flatMap(({ otherKeys }) => otherKeys)) claimants.set(key, (claimants.get(key) ?? 0) + 1)

  return new Map(
    identities.flatMap((identity) => {
      const own = rowOf.get(identity.key)
      const older = identity.otherKeys
        .filter((key) => !ownKeys.has(key) && claimants.get(key) === 1)
        .flatMap((key) => rowOf.get(key) ?? [])
      const given = [...new Set([...(own ? [own] : []), ...older])]
      if (given.length === 0) return []
      const down = given.find(({ status }) => status === 'taken-down')
      const kept = down?.slug ?? own?.slug ?? (hasRecord(identity) ? undefined : older[0]?.slug)
      return [[identity.key, { given, ...(kept !== undefined && { kept }) }] as const]
    }),
  )
}

const hasRecord = ({ sights }: Identity): boolean => sights.some(({ record }) => record !== undefined)

/** The slug that the data give, with the beginning of the key's hash where another document has it. */
function freeSlug(identity: Identity, taken: ReadonlySet<string>): string {
  const plain = plainSlug(identity)
  const slugs = [plain, ...[6, 12, 64].map((length) => `${plain}-${shortHash(identity.key, length)}`)]
  return slugs.find((slug) => !taken.has(slug)) ?? plain
}

function plainSlug({ sights }: Identity): string {
  const first = <T>(of: (sight: Identity['sights'][number]) => T | undefined): T | undefined => {
    for (const sight of sights) {
      const value = of(sight)
      if (value !== undefined) return value
    }
    return undefined
  }
  const reference = first((sight) => sight.reference)
  if (reference !== undefined) return reference.slug
  const recorded = first(({ source, record }) => record && `${source}-${record}`)
  if (recorded !== undefined) return slugify(recorded)
  const date = dateSlug(first(({ dates }) => listedDate(dates)))
  const name = first(({ title }) => title) ?? first(({ called, type }) => called ?? type) ?? 'document'
  return `${date}-${slugify(name) || shortHash(name, 6)}`
}
