/*
 * What a site asks beyond the letter, in one piece: fetched with the form where the settings ask for
 * it, or the host has put something in.
 */
import { learnFormMore } from '../../../foundation/learn-form-more.js'
import type { PanelContext } from '../../../foundation/panel-context.js'
import type { FormSide } from '../form-side.js'
import { createSiteForm, type SiteForm } from './create-site-form.js'
import type * as Hours from './say-hours.js'

export { siteStyles } from './site.styles.js'

/** For whoever says when the team is there. */
let hours: typeof Hours | undefined

/** That of before goes on, with the words of another language perhaps. */
export async function loadSiteForm(
  form: FormSide,
  panel: () => PanelContext,
  before: SiteForm | undefined,
): Promise<SiteForm> {
  const { translator, settings } = panel()
  // All of it at once, so that nothing is pushed aside by what comes a moment later.
  await Promise.all([
    learnFormMore(translator),
    settings?.hours && fetchHours(),
    // Where they cannot be had, a letter goes without files.
    settings?.form.attachments && import('../uploads/uploads.js').catch(() => {}),
  ])
  return before ?? createSiteForm(form, panel, () => hours)
}

async function fetchHours(): Promise<void> {
  hours ??= await import('./say-hours.js')
}
