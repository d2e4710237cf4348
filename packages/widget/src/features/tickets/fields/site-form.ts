/*
 * What a site asks beyond the letter, in one piece: fetched with the form where the settings ask for
 * it, or the host has put something in.
 */
export { learnFormMore as learn } from '../../../foundation/learn-form-more.js'
export { createSiteForm } from './create-site-form.js'
export { siteStyles } from './site.styles.js'
