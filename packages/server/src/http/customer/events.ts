import type { Streams } from '../../domain/streams/streams.js'
import type { Typing } from '../../domain/tickets/typing.js'
import type { Endpoints } from '../endpoint.js'
import { createEventStream } from '../event-stream.js'
import type { StreamPlaces } from '../stream-places.js'

/** What happens, as it happens: of requesters and of the team. */
export function eventEndpoints({
  streams,
  places,
  typing,
}: {
  streams: Streams
  places: StreamPlaces
  typing: Typing
}) {
  return {
    streamEvents: async ({ actor, actorNow, caller, lastEventId }) => ({
      reply: undefined,
      stream(hangUp): ReadableStream<Uint8Array> {
        const giveBack = places.take(actor, caller)
        let leave = () => {}
        const onGone = () => {
          leave()
          giveBack()
        }
        const { body, outlet } = createEventStream({ hangUp, onGone })
        try {
          leave = streams.open({ actor, actorNow, after: numberIn(lastEventId), outlet })
        } catch (error) {
          giveBack()
          throw error
        }
        return body
      },
    }),
    tellTyping: async ({ actor, params }) => {
      await typing.tell(actor, params.id)
      return { reply: undefined }
    },
    tellAgentTyping: async ({ actor, params }) => {
      await typing.tellOfAgent(actor, params.id)
      return { reply: undefined }
    },
    tellAgentReading: async ({ actor, params }) => {
      await typing.tellReading(actor, params.id)
      return { reply: undefined }
    },
  } satisfies Partial<Endpoints>
}

/** What is no number of ours is newer than all of them: whoever sends it has missed something. */
function numberIn(lastEventId: string | undefined): number | undefined {
  if (lastEventId === undefined) return undefined
  return /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : Number.MAX_SAFE_INTEGER
}
