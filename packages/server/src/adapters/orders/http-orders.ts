import { OrderAnswerSchema, type OrderLookup, WaypostError } from '@waypost/sdk/contract'
import { webhookSignature } from '@waypost/sdk/identity'
import * as v from 'valibot'
import type { OrderProvider } from '../../domain/orders/order-provider.js'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'

export interface HttpOrdersOptions {
  /** The one address that is ever asked. */
  url: string
  /** What both sides know; `whsec_…` in base64, or any text of 24 bytes and more. */
  secret: string
  clock: Clock
  newId: NewId
  /** Hears why there were no orders, for who runs the server. */
  onTrouble(reason: string): void
  /** Milliseconds until we go on without: 5,000 unless said. */
  timeout?: number
}

const MOST_BYTES = 256 * 1024

/**
 * Orders from the host's own server: one signed POST each time (Standard Webhooks), to the address of
 * the configuration alone, never where that sends us on.
 */
export function createHttpOrders(options: HttpOrdersOptions): OrderProvider {
  const { url, secret, clock, newId, onTrouble, timeout = 5_000 } = options
  return {
    async find({ site, customer, locale = null, orderId = null }) {
      const { issuer, subject } = customer
      const now = clock.now()
      const lookup: OrderLookup = {
        type: 'orders.lookup',
        timestamp: now.toISOString(),
        data: { site, customer: { issuer, subject }, locale, orderId },
      }
      try {
        const answer = await ask(JSON.stringify(lookup), Math.floor(now.getTime() / 1000))
        return v.parse(OrderAnswerSchema, JSON.parse(answer)).orders
      } catch (cause) {
        onTrouble(reasonOf(cause))
        throw new WaypostError('unavailable', { detail: 'The orders did not come.', cause })
      }
    },
  }

  async function ask(body: string, timestamp: number): Promise<string> {
    const id = newId('ord')
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': `${timestamp}`,
        'webhook-signature': await webhookSignature({ id, timestamp, body }, secret),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new Error(`it answered ${response.status}`)
    }
    return readText(response)
  }
}

/** Counted while it comes: what it says of its length proves nothing. */
async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw new Error(`it answered more than ${MOST_BYTES} bytes`)
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

/** Enough for who has to mend it, nothing of what was answered. */
function reasonOf(cause: unknown): string {
  if (v.isValiError(cause)) {
    const [issue] = cause.issues
    return `its answer is wrong at ${issue && v.getDotPath(issue)}`
  }
  if (cause instanceof SyntaxError) return 'its answer is no JSON'
  if (!(cause instanceof Error)) return 'it could not be asked'
  if (cause.name === 'TimeoutError') return 'it took too long'
  const { code } = (cause.cause ?? {}) as { code?: string }
  return code ?? cause.message
}
