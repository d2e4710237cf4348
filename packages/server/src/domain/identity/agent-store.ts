import { declareTable } from '../../foundation/records.js'
import type { Agent } from './agent.js'

export const agentTable = declareTable<Agent>()({
  name: 'agents',
  indexes: {
    all: { keys: () => [''] },
    token: { keys: (agent) => [agent.tokenHash] },
    email: { keys: (agent) => [agent.email.toLowerCase()] },
  },
})
