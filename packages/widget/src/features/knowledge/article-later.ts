import { empty } from '../../ui/empty.styles.js'
import { voteStyles } from './vote.styles.js'

/*
 * What few come to on an article's page, in one piece: what follows once somebody says whether it
 * helped, and what stands where there is no article.
 */
export { enArticleLater as english } from '../../foundation/messages/en-article-later.js'
export { renderGone } from './render-gone.js'
export { renderStuck, renderVote } from './render-vote.js'
export { createVote } from './vote.js'

export const styles = [voteStyles, empty]
