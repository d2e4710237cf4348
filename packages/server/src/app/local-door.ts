import { WaypostError } from '@waypost/sdk/contract'
import type { Context } from 'hono'
import * as v from 'valibot'
import { archiveLines } from '../adapters/storage/archive/archive-lines.js'
import type { WholeSource } from '../adapters/storage/whole-storage.js'
import { isSameSecret } from '../adapters/tokens/is-same-secret.js'
import { systemClock } from '../foundation/clock.js'
import { errorResponse } from '../http/error-response.js'
import { CliError } from './cli-error.js'
import { type LocalOperationName, type LocalRooms, localOperations } from './local-operations.js'

/** A batch of fifty articles at their largest, and then some. */
const MOST = 32 * 1024 * 1024

/**
 * The door for commands on this machine: opened by the token in the folder's lock alone, which
 * nobody but the owner of the folder can read. `whole` is what is kept, as it is at the call.
 */
export function localDoor(rooms: LocalRooms, token: string, whole?: () => Promise<WholeSource>) {
  return async (context: Context): Promise<Response> => {
    try {
      if (!isSameSecret(context.req.header('authorization') ?? '', `Bearer ${token}`)) {
        throw new WaypostError('not_found')
      }
      // The one that answers with more than fits into an answer.
      if (whole && context.req.param('operation') === 'backup') return sendWhole(await whole())
      const name = context.req.param('operation') as LocalOperationName
      if (!Object.hasOwn(localOperations, name)) throw new WaypostError('not_found')
      if (Number(context.req.header('content-length') ?? MOST + 1) > MOST) {
        throw new WaypostError('payload_too_large')
      }
      return Response.json(await runLocally(rooms, name, await context.req.json()))
    } catch (error) {
      // What the operator can mend is told in its own words.
      if (error instanceof CliError) {
        return errorResponse(new WaypostError('invalid_input', { detail: error.message }))
      }
      return errorResponse(error)
    }
  }
}

function sendWhole(source: WholeSource): Response {
  const lines = archiveLines(source, systemClock.now())
  const body = ReadableStream.from(lines).pipeThrough(new TextEncoderStream())
  return new Response(body as ReadableStream, { headers: { 'Content-Type': 'text/plain' } })
}

/** One operation on rooms of this process, its input checked like any other. */
export async function runLocally(
  rooms: LocalRooms,
  name: LocalOperationName,
  input: unknown,
): Promise<unknown> {
  const operation = localOperations[name]
  const said = v.safeParse(operation.input as v.GenericSchema, input)
  if (!said.success) {
    const issue = said.issues[0]
    const path = issue?.path?.map(({ key }) => String(key)).join('.') ?? ''
    throw new WaypostError('invalid_input', { detail: `${path}: ${issue?.message}` })
  }
  return (operation.run as (rooms: LocalRooms, input: unknown) => Promise<unknown>)(
    rooms,
    said.output,
  )
}
