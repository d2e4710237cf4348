import type * as v from 'valibot'
import { agentOperations } from './agents.js'
import { articleOperations } from './articles.js'
import { attachmentOperations } from './attachments.js'
import { auditOperations } from './audit.js'
import { authoringOperations } from './authoring.js'
import { challengeOperations } from './challenges.js'
import { collectionOperations } from './collections.js'
import { customerOperations } from './customers.js'
import { educationOperations } from './education.js'
import { educationInsightOperations } from './education-insights.js'
import { healthOperations } from './health.js'
import { insightOperations } from './insights.js'
import { liveOperations } from './live.js'
import { messageOperations } from './messages.js'
import type { Operation } from './operation.js'
import { orderOperations } from './orders.js'
import { peopleOperations } from './people.js'
import { progressOperations } from './progress.js'
import type { RouteName } from './routes.js'
import { searchOperations } from './search.js'
import { sessionOperations } from './sessions.js'
import { settingsOperations } from './settings.js'
import { signInOperations } from './sign-in.js'
import { streamOperations } from './stream.js'
import { ticketOperations } from './tickets.js'
import { trackOperations } from './track.js'

/** What every route takes and answers: the second half of `routes`, for those who validate. */
export const operations = {
  ...settingsOperations,
  ...liveOperations,
  ...streamOperations,
  ...sessionOperations,
  ...signInOperations,
  ...customerOperations,
  ...searchOperations,
  ...collectionOperations,
  ...articleOperations,
  ...ticketOperations,
  ...challengeOperations,
  ...messageOperations,
  ...attachmentOperations,
  ...orderOperations,
  ...educationOperations,
  ...progressOperations,
  ...agentOperations,
  ...trackOperations,
  ...insightOperations,
  ...educationInsightOperations,
  ...authoringOperations,
  ...peopleOperations,
  ...auditOperations,
  ...healthOperations,
} as const satisfies Record<RouteName, Operation>

export type Operations = typeof operations

type Output<O, Part extends string> = O extends { [K in Part]: infer S extends v.GenericSchema }
  ? v.InferOutput<S>
  : undefined

export type ParamsOf<N extends RouteName> = Output<Operations[N], 'params'>
export type QueryOf<N extends RouteName> = Output<Operations[N], 'query'>
export type BodyOf<N extends RouteName> = Output<Operations[N], 'body'>
export type ReplyOf<N extends RouteName> = Output<Operations[N], 'reply'>
