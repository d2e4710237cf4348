import type { Transaction } from '../storage.js'
import type { Customer, Left, Ticket, Trace } from '../trace.js'

/** What tables hold, by their names. */
export type LeftByTable = ReadonlyMap<string, Left>

export type Traces = Readonly<Record<string, Trace>>

export function leftOfTicket(
  tx: Transaction,
  traces: Traces,
  ticket: Ticket,
): Promise<LeftByTable> {
  return readLeft(traces, ({ ofTicket }) => ofTicket?.(tx, ticket))
}

export function leftOfCustomer(
  tx: Transaction,
  traces: Traces,
  customer: Customer,
): Promise<LeftByTable> {
  return readLeft(traces, ({ ofCustomer }) => ofCustomer?.(tx, customer))
}

async function readLeft(
  traces: Traces,
  read: (trace: Trace) => Promise<Left> | undefined,
): Promise<LeftByTable> {
  const left = new Map<string, Left>()
  for (const [table, trace] of Object.entries(traces)) {
    const found = await read(trace)
    if (found) left.set(table, found)
  }
  return left
}
