import { base } from './base.styles.js'
import { bones } from './bones.styles.js'
import { button } from './button.styles.js'
import { notice } from './notice.styles.js'
import { page } from './page.styles.js'

/** What every page of the panel has. */
export const view = [base, button, notice, bones, page]
