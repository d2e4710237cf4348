import { declareTable } from '../../foundation/records.js'
import type { AuditEntry } from './audit-entry.js'

export const auditTable = declareTable<AuditEntry>()({
  name: 'audit',
  indexes: { all: { keys: () => [''], order: ({ id }) => id } },
})
