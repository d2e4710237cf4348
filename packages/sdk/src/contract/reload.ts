import type { PanelOptions } from './panel.js'

/**
 * What stands at `/assets/latest/reload.js`: the one file that a panel asks a newer build for, when
 * a file of its own does not come.
 */
export interface ReloadModule {
  /** `true` where another try may help. */
  askReload(error: unknown, page: ReloadPage): Promise<ReloadAdvice | true>
}

export interface ReloadPage {
  /** Of the words, BCP 47. */
  translator: { locale: string }
  emit: PanelOptions<unknown>['emit']
}

/** What the person reads, what stands on a button, and what that does: it loads the page again. */
export type ReloadAdvice = readonly [title: string, text: string, label: string, again: () => void]
