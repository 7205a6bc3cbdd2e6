/** The stores that the settings name. */
import type { Settings } from '../config.ts'
import type { StoreOptions } from '../engine/remote/store.ts'
import { UsageError } from './exit.ts'

/** @throws UsageError where the addresses for updates are not as many as those for queries */
export function storesOf({ engine, engineUpdate, engineUser, enginePassword }: Settings): readonly StoreOptions[] {
  const endpoints = engine.split(',')
  const updates = engineUpdate === '' ? [] : engineUpdate.split(',')
  if (updates.length > 0 && updates.length !== endpoints.length)
    throw new UsageError(
      `engineUpdate has ${updates.length} addresses, and engine ${endpoints.length}. Give one for each, in the same order.`,
    )
  const account = engineUser === '' ? undefined : { user: engineUser, password: enginePassword }
  return endpoints.map((endpoint, i) => ({ endpoint, updates: updates[i], account }))
}
