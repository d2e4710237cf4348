import type { Client } from 'pg'

/**
 * Everything is looked up by an index. A statement that is prepared while a table is small would read
 * all of it ever after, as it grows. Older servers then take a look at one row for dear enough to
 * compile it first.
 */
export const BY_INDEX = 'set enable_seqscan = off; set jit = off'

/** A row that somebody else has changed is looked at again: that is how writers find out. */
const READ_COMMITTED = `set default_transaction_isolation = 'read committed'`

const OLD = `(value ->> 1)::bigint < extract(epoch from now() - interval '1 day')`

/** What nodes that died long ago have noted of themselves is of no use to anybody. */
const FORGET = `
  update waypost._state set signatures = (
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(signatures) where not ${OLD}
  )
  where exists (select from jsonb_each(signatures) where ${OLD})`

/**
 * Whoever is answered is answered for good: that is ours to promise, whatever the server's default. And
 * to plan what is written takes longer than to write it: one plan is as good as the next.
 */
export async function greet(client: Client): Promise<void> {
  await client.query(
    `${BY_INDEX}; ${READ_COMMITTED}; set plan_cache_mode = force_generic_plan; ${FORGET}`,
  )
  await client.query(
    `select set_config('synchronous_commit', 'on', false)
    where current_setting('synchronous_commit') = 'off'`,
  )
}
