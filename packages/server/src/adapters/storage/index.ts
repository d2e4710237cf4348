/**
 * What an adapter of one's own is made of: `createTransactions` over tables in memory, with a keeper
 * that writes each commit down; or `openWork` over whatever reads and takes note of writes, for each
 * transaction. Either passes `describeStorage` of `@waypost/server/testing`.
 */
export type { EventLog, LoggedEvent } from '../../domain/event-log.js'
export { type Storage, type TableName, type Transaction, tables } from '../../domain/storage.js'
export { type Clock, systemClock } from '../../foundation/clock.js'
export type {
  IndexDeclaration,
  Page,
  PageRequest,
  RecordStore,
  RecordText,
  SearchPageRequest,
  StoredRecord,
  TableDeclaration,
  TextDeclaration,
} from '../../foundation/records.js'
export type { Change } from './change.js'
export { createKeptTables, type KeptTables } from './kept-tables.js'
export { openWork, type WorkDeps, type WorkReader, type WorkWriter } from './open-work.js'
export { type SoughtWord, soughtWordsOf, wholesOf } from './text-words.js'
export { createTransactions, type Keeper, type TransactionsDeps } from './transactions.js'
