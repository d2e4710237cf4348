export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Method and path, with `{names}` in it for what a caller fills in. */
export interface Route {
  method: Method
  path: `/${string}`
}

/** What visitors and customers call: all that a page of a host has to carry. */
export const customerRoutes = {
  getSettings: { method: 'GET', path: '/v1/settings' },
  getLive: { method: 'GET', path: '/v1/live' },

  createSession: { method: 'POST', path: '/v1/sessions' },
  endSession: { method: 'DELETE', path: '/v1/sessions/current' },

  search: { method: 'GET', path: '/v1/search' },
  listSuggestions: { method: 'GET', path: '/v1/suggestions' },
  suggestForDraft: { method: 'POST', path: '/v1/suggestions' },

  listCollections: { method: 'GET', path: '/v1/collections' },
  listArticles: { method: 'GET', path: '/v1/articles' },
  getArticle: { method: 'GET', path: '/v1/articles/{id}' },
  voteOnArticle: { method: 'PUT', path: '/v1/articles/{id}/vote' },

  getChallenge: { method: 'GET', path: '/v1/challenges' },
  createTicket: { method: 'POST', path: '/v1/tickets' },
  listTickets: { method: 'GET', path: '/v1/tickets' },
  getTicket: { method: 'GET', path: '/v1/tickets/{id}' },
  listMessages: { method: 'GET', path: '/v1/tickets/{id}/messages' },
  createMessage: { method: 'POST', path: '/v1/tickets/{id}/messages' },
  solveTicket: { method: 'POST', path: '/v1/tickets/{id}/solve' },
  reopenTicket: { method: 'POST', path: '/v1/tickets/{id}/reopen' },
  markTicketRead: { method: 'PUT', path: '/v1/tickets/{id}/read' },
  claimTickets: { method: 'POST', path: '/v1/ticket-claims' },

  track: { method: 'POST', path: '/v1/outcomes' },
} as const satisfies Record<string, Route>

/** What the support team calls. */
export const agentRoutes = {
  listAgents: { method: 'GET', path: '/v1/agent/agents' },
  listAgentTickets: { method: 'GET', path: '/v1/agent/tickets' },
  getAgentTicket: { method: 'GET', path: '/v1/agent/tickets/{id}' },
  updateAgentTicket: { method: 'PATCH', path: '/v1/agent/tickets/{id}' },
  listAgentMessages: { method: 'GET', path: '/v1/agent/tickets/{id}/messages' },
  createAgentMessage: { method: 'POST', path: '/v1/agent/tickets/{id}/messages' },
  listNotes: { method: 'GET', path: '/v1/agent/tickets/{id}/notes' },
  createNote: { method: 'POST', path: '/v1/agent/tickets/{id}/notes' },
  quarantineTicket: { method: 'PUT', path: '/v1/agent/tickets/{id}/quarantine' },
  releaseTicket: { method: 'DELETE', path: '/v1/agent/tickets/{id}/quarantine' },
  createRevocation: { method: 'POST', path: '/v1/agent/revocations' },
  exportTickets: { method: 'GET', path: '/v1/exports/tickets' },
} as const satisfies Record<string, Route>

/** How somebody proves that a mail address is theirs. Apart, because few pages ask for it. */
export const signInRoutes = {
  createSignInCode: { method: 'POST', path: '/v1/sign-in-codes' },
  mailRequestLinks: { method: 'POST', path: '/v1/request-links' },
} as const satisfies Record<string, Route>

/** What became of self-service, read by the team. Apart, so that its client does not carry these. */
const insightRoutes = {
  listSearchInsights: { method: 'GET', path: '/v1/agent/insights/searches' },
  listArticleInsights: { method: 'GET', path: '/v1/agent/insights/articles' },
  listDeflectionInsights: { method: 'GET', path: '/v1/agent/insights/deflections' },
  listEducationProgress: { method: 'GET', path: '/v1/agent/education/progress' },
  exportProgress: { method: 'GET', path: '/v1/exports/progress' },
} as const satisfies Record<string, Route>

/** What authors write. Apart, as the one before. */
const authoringRoutes = {
  listManuscripts: { method: 'GET', path: '/v1/agent/education/manuscripts' },
  getManuscript: { method: 'GET', path: '/v1/agent/education/manuscripts/{id}' },
  saveManuscript: { method: 'PUT', path: '/v1/agent/education/manuscripts/{id}' },
  deleteManuscript: { method: 'DELETE', path: '/v1/agent/education/manuscripts/{id}' },
} as const satisfies Record<string, Route>

/** Files of tickets. Apart, because only who attaches one needs a client for it. */
export const attachmentRoutes = {
  createAttachment: { method: 'POST', path: '/v1/attachments' },
  getAttachment: { method: 'GET', path: '/v1/attachments/{id}' },
  deleteAttachment: { method: 'DELETE', path: '/v1/attachments/{id}' },
} as const satisfies Record<string, Route>

/** What a customer reads and corrects of themselves. Apart, because few pages show it. */
export const profileRoutes = {
  getCurrentCustomer: { method: 'GET', path: '/v1/customers/current' },
  updateCurrentCustomer: { method: 'PATCH', path: '/v1/customers/current' },
} as const satisfies Record<string, Route>

/** What the host's server tells. Apart, because only a form that asks for an order needs it. */
export const orderRoutes = {
  listOrders: { method: 'GET', path: '/v1/orders' },
} as const satisfies Record<string, Route>

/** Courses, checklists, tours and tips. Apart, because a page that shows none of it carries none. */
export const educationRoutes = {
  getEducation: { method: 'GET', path: '/v1/education' },
  getCourse: { method: 'GET', path: '/v1/courses/{id}' },
  getLesson: { method: 'GET', path: '/v1/lessons/{id}' },
  createAttempt: { method: 'POST', path: '/v1/lessons/{id}/attempts' },
  listProgress: { method: 'GET', path: '/v1/progress' },
  setProgress: { method: 'PUT', path: '/v1/progress/{contentId}' },
  setStepProgress: { method: 'PUT', path: '/v1/progress/{contentId}/steps/{stepId}' },
} as const satisfies Record<string, Route>

/** What is known of customers, and who did what. Apart, as the one before. */
const privacyRoutes = {
  listCustomers: { method: 'GET', path: '/v1/agent/customers' },
  exportCustomer: { method: 'GET', path: '/v1/agent/customers/{id}/export' },
  eraseCustomer: { method: 'DELETE', path: '/v1/agent/customers/{id}' },
  listAudit: { method: 'GET', path: '/v1/agent/audit' },
} as const satisfies Record<string, Route>

/** What happens, as it happens. Apart, because few pages listen. */
export const streamRoutes = {
  streamEvents: { method: 'GET', path: '/v1/stream' },
  tellTyping: { method: 'POST', path: '/v1/tickets/{id}/typing' },
  tellAgentTyping: { method: 'POST', path: '/v1/agent/tickets/{id}/typing' },
  tellAgentReading: { method: 'PUT', path: '/v1/agent/tickets/{id}/read' },
} as const satisfies Record<string, Route>

const healthRoutes = {
  getHealth: { method: 'GET', path: '/healthz' },
  getReadiness: { method: 'GET', path: '/readyz' },
  getOpenApi: { method: 'GET', path: '/v1/openapi.json' },
} as const satisfies Record<string, Route>

/**
 * The whole HTTP API as strings: what each route is called, its method and its path. Bundlers keep a
 * spread that nobody uses, because it may run code; this they leave out.
 */
export const routes = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ Object.assign({}, customerRoutes, agentRoutes, privacyRoutes),
  /* @__PURE__ */ Object.assign({}, insightRoutes, signInRoutes, profileRoutes),
  /* @__PURE__ */ Object.assign({}, attachmentRoutes, orderRoutes, streamRoutes),
  /* @__PURE__ */ Object.assign({}, educationRoutes, authoringRoutes, healthRoutes),
)

export type RouteName = keyof typeof routes
export type CustomerRouteName = keyof typeof customerRoutes
export type AgentRouteName = keyof typeof agentRoutes
