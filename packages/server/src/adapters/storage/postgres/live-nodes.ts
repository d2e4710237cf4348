import { WaypostError } from '@waypost/sdk/contract'
import type { Client } from 'pg'
import { NODE_LIFE } from '../../../domain/leases/node.js'

/** Throws where a server runs on the database, or died so lately that it may still come back. */
export async function refuseLiveNodes(client: Client, place: string): Promise<void> {
  const text = 'select record from waypost.nodes where expires_at > $1 limit 1'
  const { rows } = await client.query(text, [new Date().toISOString()])
  if (rows.length === 0) return
  const life = NODE_LIFE / 1000
  const hint = `stop every server of it; one that was killed counts for ${life} seconds more`
  const detail = `${place} is in use by the server on ${rows[0].record.place}: ${hint}`
  throw new WaypostError('unavailable', { detail })
}
