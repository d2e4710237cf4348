import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { publishedSchemas } from '../adapters/content/education/schemas/published-schemas.js'
import { secrets } from '../adapters/tokens/secrets.js'
import { createDue } from '../domain/education/due.js'
import { createLearningFinder } from '../domain/education/learning-finder.js'
import type { LearningIndex } from '../domain/education/learning-index.js'
import type { Finder } from '../domain/knowledge/finder.js'
import type { SearchIndex } from '../domain/knowledge/search-index.js'
import type { Clock } from '../foundation/clock.js'
import { filmTypes } from '../foundation/film-types.js'
import { newId } from '../foundation/ids.js'
import { imageTypes } from '../foundation/image-types.js'
import type { Logger } from '../foundation/logger.js'
import { auditEndpoints } from '../http/agent/audit.js'
import { authoringEndpoints } from '../http/agent/authoring.js'
import { educationInsightEndpoints } from '../http/agent/education.js'
import { insightEndpoints } from '../http/agent/insights.js'
import { peopleEndpoints } from '../http/agent/people.js'
import { revocationEndpoints } from '../http/agent/revocations.js'
import { agentEndpoints } from '../http/agent/tickets.js'
import { createAuthenticate } from '../http/authenticate.js'
import { clientAddress } from '../http/client-address.js'
import { createApp } from '../http/create-app.js'
import { articleEndpoints } from '../http/customer/articles.js'
import { attachmentEndpoints } from '../http/customer/attachments.js'
import { challengeEndpoints } from '../http/customer/challenges.js'
import { customerEndpoints } from '../http/customer/customers.js'
import { educationEndpoints } from '../http/customer/education.js'
import { eventEndpoints } from '../http/customer/events.js'
import { liveEndpoints } from '../http/customer/live.js'
import { orderEndpoints } from '../http/customer/orders.js'
import { progressEndpoints } from '../http/customer/progress.js'
import { searchEndpoints } from '../http/customer/search.js'
import { sessionEndpoints } from '../http/customer/sessions.js'
import { settingsEndpoints } from '../http/customer/settings.js'
import { signInEndpoints } from '../http/customer/sign-in.js'
import { ticketEndpoints } from '../http/customer/tickets.js'
import { trackEndpoints } from '../http/customer/track.js'
import type { Endpoints } from '../http/endpoint.js'
import { createFiles } from '../http/files.js'
import { createGuardOpening } from '../http/guard-opening.js'
import { healthEndpoints } from '../http/health.js'
import { homePage } from '../http/home-page.js'
import { openApiDocument } from '../http/openapi.js'
import { articleUrl } from '../http/present/article.js'
import { cardUrl } from '../http/present/card-url.js'
import { courseUrl, learningUrl } from '../http/present/education.js'
import { createRateLimits, noRateLimits } from '../http/rate-limits.js'
import { createReference } from '../http/reference/reference.js'
import { createRefusedPages } from '../http/refused-pages.js'
import { createSchemas } from '../http/schemas.js'
import { createSharedAnswers, type SharedAnswersDeps } from '../http/shared-answers.js'
import { createStaticFiles } from '../http/static-files.js'
import { createStreamPlaces } from '../http/stream-places.js'
import { readWidgetBuild, type WidgetBuild } from '../http/widget-build.js'
import { createWidgetFiles, type WidgetFilesDeps } from '../http/widget-files.js'
import { composePortal } from './compose-portal.js'
import type { Rooms } from './compose-rooms.js'
import type { Config } from './config-schema.js'
import { widgetFolders } from './widget-folders.js'

export interface ComposeHttpDeps {
  config: Config
  publicUrl: string
  rooms: Rooms
  index: SearchIndex
  finder: Finder
  learning: LearningIndex
  clock: Clock
  log: Logger
  /** Of content: what is answered from it is kept for as long as there are none. */
  changes: Pick<SharedAnswersDeps, 'version' | 'isKnown'>
  status(): 'ok' | 'starting' | 'stopping'
  findTrouble(): Promise<string | undefined>
  keepBuild: KeepBuild | undefined
}

/** Keeps a copy of the build of the widget that is served, and finds those of former ones. */
export type KeepBuild = (build: WidgetBuild) => WidgetFilesDeps['former']

/** Every door with the rooms behind it. A new room adds its endpoints to the one list here. */
export function composeHttp(deps: ComposeHttpDeps) {
  const { config, publicUrl, rooms, index, finder, learning } = deps
  const { sites, sessions, agents, tickets, claims, ticketTokens, articles, queue } = rooms
  const { insights, reports, signIns } = rooms
  const { attachments, fileTokens } = rooms
  const url = articleUrl(publicUrl)
  const fileUrl = (id: string) => `${publicUrl}/files/${fileTokens.issue(id, deps.clock.now())}`
  const { carrying } = rooms
  const urls = { fileUrl, cardUrl: cardUrl(publicUrl, sites.main.key) }
  let document: ReturnType<typeof openApiDocument> | undefined
  // Made when somebody asks for it: a start would feel it.
  const openApi = () => {
    document ??= openApiDocument(publicUrl)
    return document
  }
  const rateLimits = config.unlimited ? noRateLimits : createRateLimits(rooms.budgets)
  const guardOpening = createGuardOpening({
    ...{ rateLimits, sites, proofs: rooms.proofs, isUnlimited: config.unlimited },
  })
  const places = createStreamPlaces(config.streams, { isUnlimited: config.unlimited })
  const due = createDue({ education: rooms.education, progress: rooms.progress })
  const { storage, localesNear } = rooms
  const learningFinder = createLearningFinder({ storage, index: learning, localesNear })
  const endpoints: Endpoints = {
    ...settingsEndpoints({ sites, index, education: rooms.education }),
    ...liveEndpoints({ tickets, due }),
    ...eventEndpoints({ streams: rooms.streams, places, typing: rooms.typing }),
    ...customerEndpoints({ customers: rooms.customers }),
    ...revocationEndpoints({ revocations: rooms.revocations }),
    ...sessionEndpoints({
      ...{ sessions, signIns, mailLinks: rooms.mails.links, clock: deps.clock },
      handingOver: rooms.handingOver,
    }),
    ...signInEndpoints({ signIns }),
    ...searchEndpoints({
      ...{ finder, url, newId, learningUrl: learningUrl(publicUrl) },
      learning: learningFinder,
    }),
    ...articleEndpoints({
      ...{ articles, education: rooms.education, url, localeFor: finder.localeFor },
      ...{ learning: learningFinder, learningUrl: learningUrl(publicUrl) },
    }),
    ...educationEndpoints({
      ...{ education: rooms.education, url: courseUrl(publicUrl), localeFor: finder.localeFor },
    }),
    ...ticketEndpoints({
      ...{ tickets, claims, ticketTokens, insights, guardOpening, carrying, urls },
    }),
    ...attachmentEndpoints({ attachments, fileUrl }),
    ...challengeEndpoints({ proofs: rooms.proofs }),
    ...orderEndpoints({ orders: rooms.orders }),
    ...trackEndpoints({ insights, sites }),
    ...progressEndpoints({ progress: rooms.progress, attempts: rooms.attempts }),
    ...insightEndpoints({ reports }),
    ...educationInsightEndpoints({ reports: rooms.progressReports }),
    ...authoringEndpoints({ authoring: rooms.authoring, localeOf: rooms.fallbackLocale }),
    ...peopleEndpoints({ people: rooms.people }),
    ...auditEndpoints({ audit: rooms.audit }),
    ...agentEndpoints({ agents, queue, carrying, sites, urls }),
    ...healthEndpoints({ status: deps.status, findTrouble: deps.findTrouble, openApi }),
  }
  const build = readWidgetBuild(widgetFolders)
  const widget = createWidgetFiles({ build, former: deps.keepBuild?.(build) })
  const door = {
    ...{ rateLimits, guardOpening },
    clientAddress: ({ env }: Context) =>
      clientAddress((env as HttpBindings | undefined)?.incoming, config.trustedProxies),
    digest: secrets.digest,
    newId,
    shared: createSharedAnswers({
      ...deps.changes,
      now: () => deps.clock.now().getTime(),
    }),
    log: deps.log,
    now: () => performance.now(),
  }
  return createApp({
    ...door,
    sites,
    endpoints,
    authenticate: createAuthenticate({ sites, sessions, agents, tickets, ticketTokens }),
    onRead: insights.read,
    onSearched: insights.searched,
    onRefusedPage: createRefusedPages(deps.log),
    onRefused: rooms.audit.refused,
    files: {
      ...(config.content && {
        content: createStaticFiles({
          folder: config.content,
          types: { ...imageTypes, ...filmTypes },
          cacheControl: 'public, max-age=300',
        }),
      }),
    },
    attachedFiles: createFiles({ attachments, fileTokens, clock: deps.clock }),
    widget,
    portal: composePortal({
      config,
      publicUrl,
      rooms,
      index,
      finder,
      learning: learningFinder,
      clock: deps.clock,
      widget,
      door,
    }),
    reference: createReference({ openApi, publicUrl, digest: door.digest }),
    schemas: createSchemas(publishedSchemas),
    homePage: () => homePage(sites.main, publicUrl),
  })
}
