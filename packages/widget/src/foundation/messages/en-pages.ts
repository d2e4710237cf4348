import { enArticle } from './en-article.js'
import { enArticleLater } from './en-article-later.js'
import { enCarried } from './en-carried.js'
import { enForm } from './en-form.js'
import { enFormLater } from './en-form-later.js'
import { enKinds } from './en-kinds.js'
import { enNotices } from './en-notices.js'
import { enRequest } from './en-request.js'
import { enRequests } from './en-requests.js'
import { enSearch } from './en-search.js'
import { enShowMe } from './en-show-me.js'
import { enText } from './en-text.js'
import { enTicket } from './en-ticket.js'
import { enUnsent } from './en-unsent.js'
import { enWriting } from './en-writing.js'

/** The words of all that comes when it is wanted; the panel knows those of `en.ts`. */
export const enPages = {
  ...enArticle,
  ...enArticleLater,
  ...enCarried,
  ...enForm,
  ...enFormLater,
  ...enKinds,
  ...enNotices,
  ...enRequest,
  ...enRequests,
  ...enSearch,
  ...enShowMe,
  ...enText,
  ...enTicket,
  ...enUnsent,
  ...enWriting,
}
