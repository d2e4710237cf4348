import type { CollectionIcon } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../foundation/html.js'
import { alertIcon, articleIcon, folderIcon, globeIcon, personIcon, tipIcon } from './icons.js'

/** Decoration beside the name of a collection; a folder where its author chose nothing. */
export const collectionIcon = (name: CollectionIcon = 'folder'): SafeHtml => icons[name]

const icons: Readonly<Record<CollectionIcon, SafeHtml>> = {
  alert: alertIcon,
  bank: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M3.25 8 10 4l6.75 4ZM5 8.25v6M8.35 8.25v6M11.65 8.25v6M15 8.25v6M3 16.25h14"/></svg>`,
  bell: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M5.25 8.25a4.75 4.75 0 0 1 9.5 0c0 3.75 1.75 5.25 1.75 5.25h-13s1.75-1.5 1.75-5.25ZM8.25 16.25a1.9 1.9 0 0 0 3.5 0"/></svg>`,
  book: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M10 5.6C8.5 4.5 6.3 4 3.25 4v10.75c3.05 0 5.25.5 6.75 1.6 1.5-1.1 3.7-1.6 6.75-1.6V4C13.7 4 11.5 4.5 10 5.6Zm0 0v10.75"/></svg>`,
  calendar: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><rect x="3.25" y="4.25" width="13.5" height="12.5" rx="1.75"/><path d="M3.25 8.25h13.5M7 2.75v3M13 2.75v3"/></svg>`,
  card: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><rect x="2.75" y="4.5" width="14.5" height="11" rx="1.75"/><path d="M2.75 8.25h14.5M5.75 12.25h3"/></svg>`,
  clock: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7"/><path d="M10 6v4.25l2.75 1.6"/></svg>`,
  flag: html`<svg class="icon flip" viewBox="0 0 20 20" aria-hidden="true"><path d="M4.5 17.25V3.5c3.6-2 6.4 2 11.25 0v7.25c-4.85 2-7.65-2-11.25 0"/></svg>`,
  folder: folderIcon,
  globe: globeIcon,
  invoice: articleIcon,
  link: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M8.4 11.6a3 3 0 0 0 4.25 0l2.9-2.9A3 3 0 0 0 11.3 4.45L10.4 5.3M11.6 8.4a3 3 0 0 0-4.25 0l-2.9 2.9a3 3 0 0 0 4.25 4.25l.9-.85"/></svg>`,
  lock: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><rect x="4.25" y="8.75" width="11.5" height="8" rx="1.75"/><path d="M6.75 8.75V6.5a3.25 3.25 0 0 1 6.5 0v2.25"/></svg>`,
  mail: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><rect x="3" y="4.5" width="14" height="11" rx="1.75"/><path d="m3.4 6 6.6 5 6.6-5"/></svg>`,
  percent: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="6.25" cy="6.25" r="2.5"/><circle cx="13.75" cy="13.75" r="2.5"/><path d="M15.25 4.75 4.75 15.25"/></svg>`,
  person: personIcon,
  phone: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M7.2 3.25H4.75c-.86 0-1.55.73-1.5 1.6.42 6.4 5.5 11.48 11.9 11.9.87.05 1.6-.64 1.6-1.5V12.8l-3.6-1.3-1.5 1.75a10.6 10.6 0 0 1-4.9-4.9L8.5 6.85z"/></svg>`,
  star: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="m10 3 2.15 4.4 4.85.7-3.5 3.4.83 4.8L10 14.05 5.67 16.3l.83-4.8L3 8.1l4.85-.7Z"/></svg>`,
  tip: tipIcon,
}
