/** The whole HTTP API as strings: what each route is called, its method and its path. */
export const routes = {
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

  createTicket: { method: 'POST', path: '/v1/tickets' },
  listTickets: { method: 'GET', path: '/v1/tickets' },
  getTicket: { method: 'GET', path: '/v1/tickets/{id}' },
  listMessages: { method: 'GET', path: '/v1/tickets/{id}/messages' },
  createMessage: { method: 'POST', path: '/v1/tickets/{id}/messages' },
  solveTicket: { method: 'POST', path: '/v1/tickets/{id}/solve' },
  reopenTicket: { method: 'POST', path: '/v1/tickets/{id}/reopen' },
  markTicketRead: { method: 'PUT', path: '/v1/tickets/{id}/read' },
  claimTickets: { method: 'POST', path: '/v1/ticket-claims' },

  listAgents: { method: 'GET', path: '/v1/agent/agents' },
  listAgentTickets: { method: 'GET', path: '/v1/agent/tickets' },
  getAgentTicket: { method: 'GET', path: '/v1/agent/tickets/{id}' },
  updateAgentTicket: { method: 'PATCH', path: '/v1/agent/tickets/{id}' },
  listAgentMessages: { method: 'GET', path: '/v1/agent/tickets/{id}/messages' },
  createAgentMessage: { method: 'POST', path: '/v1/agent/tickets/{id}/messages' },
  listNotes: { method: 'GET', path: '/v1/agent/tickets/{id}/notes' },
  createNote: { method: 'POST', path: '/v1/agent/tickets/{id}/notes' },
  exportTickets: { method: 'GET', path: '/v1/exports/tickets' },

  getHealth: { method: 'GET', path: '/healthz' },
  getReadiness: { method: 'GET', path: '/readyz' },
  getOpenApi: { method: 'GET', path: '/v1/openapi.json' },
} as const satisfies Record<string, { method: Method; path: `/${string}` }>

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RouteName = keyof typeof routes
