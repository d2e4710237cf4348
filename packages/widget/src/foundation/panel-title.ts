import type { Settings } from '@waypost/sdk/contract'
import type { Translator } from './i18n.js'

/** What the site calls itself when nobody has named it. */
const UNNAMED = 'Help'

/** Whose help this is. */
export function panelTitle(settings: Settings | undefined, { t }: Translator): string {
  const site = settings?.site.name
  return site && site !== UNNAMED ? t('panel.title', { site }) : t('panel.help')
}
