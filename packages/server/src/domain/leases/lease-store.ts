import { declareTable } from '../../foundation/records.js'
import type { Lease } from './lease.js'
import type { Node } from './node.js'

export const leaseTable = declareTable<Lease>()({ name: 'leases', indexes: {} })

export const nodeTable = declareTable<Node>()({
  name: 'nodes',
  indexes: { all: { keys: () => [''] } },
})
