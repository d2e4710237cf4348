import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Client } from 'pg'

/** How long a lease holds without being renewed, and how often it is: seconds. */
const HOLDS = 15
const RENEWED = 5
const LOOK_AGAIN = 100

const BOOTSTRAP = `
  create schema if not exists waypost;
  create table if not exists waypost._lease (
    name text primary key,
    holder uuid not null,
    until timestamptz not null
  );
`

/** What two get who make the same thing at the same moment. */
const AT_ONCE = ['23505', '42P06', '42P07', 'XX000']

/**
 * Does something that one node at a time may do. Others wait for its end, or until its lease has run
 * out because it died. By the clock of the database, so that it matters to nobody's.
 */
export async function holdingLease<T>(
  { client, name, onWait }: { client: Client; name: string; onWait(): void },
  step: () => Promise<T>,
): Promise<T> {
  const holder = randomUUID()
  await bootstrap(client)
  for (let tries = 0; !(await take(client, name, holder)); tries += 1) {
    if (tries === 0) onWait()
    await setTimeout(LOOK_AGAIN)
  }
  const renewing = setInterval(() => {
    // The step notices by itself where the connection is gone.
    take(client, name, holder).catch(() => undefined)
  }, RENEWED * 1000)
  try {
    return await step()
  } finally {
    clearInterval(renewing)
    const text = 'delete from waypost._lease where name = $1 and holder = $2'
    await client.query(text, [name, holder]).catch(() => undefined)
  }
}

async function take(client: Client, name: string, holder: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into waypost._lease as l (name, holder, until)
    values ($1, $2, now() + interval '${HOLDS} s')
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where l.until < now() or l.holder = excluded.holder`,
    [name, holder],
  )
  return rowCount === 1
}

async function bootstrap(client: Client): Promise<void> {
  const { rows } = await client.query(`select to_regclass('waypost._lease') as found`)
  if (rows[0].found !== null) return
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query(BOOTSTRAP)
      return
    } catch (error) {
      if (tries === 20 || !AT_ONCE.includes((error as { code?: string }).code ?? '')) throw error
      await setTimeout(LOOK_AGAIN)
    }
  }
}
