import { svg } from 'lit'
import type { Hit } from '../../foundation/hit.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { icon } from '../../ui/icons.js'
import { renderArticles } from '../../ui/render-articles.js'

const articleIcon = icon(
  svg`<path d="M5.75 2.9h8.5c.8 0 1.5.7 1.5 1.5v11.2c0 .8-.7 1.5-1.5 1.5h-8.5c-.8 0-1.5-.7-1.5-1.5V4.4c0-.8.7-1.5 1.5-1.5Z"/><path d="M7.25 6.75h5.5M7.25 10h5.5M7.25 13.25h3"/>`,
  'flip',
)

/** Articles that may answer what is being written. Nobody has to look. */
export const renderSuggestions = (items: readonly Hit[], panel: PanelContext) =>
  renderArticles('suggestions', panel.translator.t('form.suggestions'), items, panel, articleIcon)
