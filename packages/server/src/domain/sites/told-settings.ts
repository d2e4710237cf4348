import { declareTable, type StoredRecord } from '../../foundation/records.js'

/** The settings of a site as they were told last, so that others are told: its id is the site's key. */
export interface ToldSettings extends StoredRecord {
  readonly digest: string
}

export const toldSettingsTable = declareTable<ToldSettings>()({ name: 'toldSettings', indexes: {} })
