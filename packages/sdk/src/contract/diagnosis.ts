/** What `diagnose()` finds on the page that it runs on. */
export interface Diagnosis {
  /** False where something keeps the widget from working. */
  ok: boolean
  /** The build of the script on the page. */
  build: string
  findings: Finding[]
}

export interface Finding {
  code: FindingCode
  /** An `error` keeps something from working, a `warning` may, a `note` is good to know. */
  severity: 'error' | 'warning' | 'note'
  /** What was seen. */
  detail: string
  /** What to do about it. */
  advice: string
}

export const findingCodes = [
  'csp_refused',
  'request_blocked',
  'origin_not_allowed',
  'server_unreachable',
  'storage_refused',
  'clock_skewed',
  'registered_twice',
  'script_twice',
  'version_drift',
  'option_wrong',
  'launcher_hidden',
] as const

export type FindingCode = (typeof findingCodes)[number]
