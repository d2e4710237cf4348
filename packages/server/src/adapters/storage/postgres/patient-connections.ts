import type { Client } from 'pg'
import { connect } from './connect.js'

/**
 * How long a question, or whoever writes what is read here, may take: milliseconds. An index of a large
 * database takes its time to be made.
 */
const PATIENCE = 600_000

/** Connections of one long piece of work, which all end with it. */
export function createPatientConnections(url: string) {
  const open: Client[] = []
  return {
    async connected(): Promise<Client> {
      const client = await connect({ url, silence: PATIENCE, answer: PATIENCE })
      open.push(client)
      return client
    },

    async end(): Promise<void> {
      await Promise.all(open.map((client) => client.end()))
    },
  }
}
