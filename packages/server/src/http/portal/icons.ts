import { html } from '../../foundation/html.js'

/* On a 20 × 20 grid with 1.5 strokes in the colour of the text. Decoration: words stand beside them. */
export const searchIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 3.55 3.55"/></svg>`
export const globeIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7"/><ellipse cx="10" cy="10" rx="3" ry="7"/><path d="M3 10h14"/></svg>`
export const menuIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M3.5 5.75h13M3.5 10h13M3.5 14.25h13"/></svg>`
export const downIcon = html`<svg class="icon s" viewBox="0 0 20 20" aria-hidden="true"><path d="M4.5 7.75 10 13.25l5.5-5.5"/></svg>`
export const nextIcon = html`<svg class="icon s flip" viewBox="0 0 20 20" aria-hidden="true"><path d="M8 4.5 13.5 10 8 15.5"/></svg>`
export const backIcon = html`<svg class="icon s flip" viewBox="0 0 20 20" aria-hidden="true"><path d="M12 4.5 6.5 10l5.5 5.5"/></svg>`
export const checkIcon = html`<svg class="icon s" viewBox="0 0 20 20" aria-hidden="true"><path d="m4.25 10.5 3.75 3.75 7.75-8.5"/></svg>`
export const editIcon = html`<svg class="icon s" viewBox="0 0 20 20" aria-hidden="true"><path d="m3.75 16.25.8-3.6 8.2-8.2a1.6 1.6 0 0 1 2.3 0l.5.5c.64.64.64 1.66 0 2.3l-8.2 8.2zM11.25 6 14 8.75"/></svg>`
export const folderIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M3.25 6.25c0-.83.67-1.5 1.5-1.5h3l1.75 2h5.75c.83 0 1.5.67 1.5 1.5v6.5c0 .83-.67 1.5-1.5 1.5H4.75c-.83 0-1.5-.67-1.5-1.5Z"/></svg>`
export const articleIcon = html`<svg class="icon flip" viewBox="0 0 20 20" aria-hidden="true"><path d="M5.75 2.9h8.5c.8 0 1.5.7 1.5 1.5v11.2c0 .8-.7 1.5-1.5 1.5h-8.5c-.8 0-1.5-.7-1.5-1.5V4.4c0-.8.7-1.5 1.5-1.5Z"/><path d="M7.25 6.75h5.5M7.25 10h5.5M7.25 13.25h3"/></svg>`
export const upIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M6.5 9 9.6 3.25c1 0 1.8.8 1.8 1.8V7.9h3.5c.95 0 1.66.84 1.53 1.77l-.75 5.1c-.12.85-.86 1.48-1.72 1.48H6.5Zm0 0H4c-.55 0-1 .45-1 1v5.25c0 .55.45 1 1 1h2.5"/></svg>`
export const downThumbIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M6.5 11 9.6 16.75c1 0 1.8-.8 1.8-1.8V12.1h3.5c.95 0 1.66-.84 1.53-1.77l-.75-5.1a1.74 1.74 0 0 0-1.72-1.48H6.5Zm0 0H4c-.55 0-1-.45-1-1V4.75c0-.55.45-1 1-1h2.5"/></svg>`
export const infoIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7"/><path d="M10 9.5v4"/><circle cx="10" cy="6.75" r=".9" class="dot"/></svg>`
export const tipIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M7.5 13.9a5.6 5.6 0 1 1 5 0v1.35h-5zM8.25 17.75h3.5"/></svg>`
export const alertIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M8.9 3.7 2.9 14.4a1.27 1.27 0 0 0 1.1 1.85h12a1.27 1.27 0 0 0 1.1-1.85L11.1 3.7a1.27 1.27 0 0 0-2.2 0Z"/><path d="M10 7.75v3.5"/><circle cx="10" cy="13.6" r=".9" class="dot"/></svg>`
export const personIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="6.75" r="3.25"/><path d="M3.75 16.75c.6-2.9 3.1-4.5 6.25-4.5s5.65 1.6 6.25 4.5"/></svg>`
export const mailIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M4.5 4.75h11c.83 0 1.5.67 1.5 1.5v7.5c0 .83-.67 1.5-1.5 1.5h-11c-.83 0-1.5-.67-1.5-1.5v-7.5c0-.83.67-1.5 1.5-1.5Z"/><path d="m3.5 6 6.5 5 6.5-5"/></svg>`
export const signInIcon = html`<svg class="icon flip" viewBox="0 0 20 20" aria-hidden="true"><path d="M11.5 3.75h3c.97 0 1.75.78 1.75 1.75v9c0 .97-.78 1.75-1.75 1.75h-3"/><path d="M3.5 10h8.25M8.5 6.5l3.5 3.5-3.5 3.5"/></svg>`
export const requestIcon = html`<svg class="icon flip" viewBox="0 0 20 20" aria-hidden="true"><path d="M5 3.75h10c.97 0 1.75.78 1.75 1.75v6.25c0 .97-.78 1.75-1.75 1.75H9.75L6.25 16.5v-3H5c-.97 0-1.75-.78-1.75-1.75V5.5c0-.97.78-1.75 1.75-1.75Z"/><path d="M6.75 7.25h6.5M6.75 10h4"/></svg>`
export const linkIcon = html`<svg class="icon s" viewBox="0 0 20 20" aria-hidden="true"><path d="M8.5 11.5a3.25 3.25 0 0 0 4.6 0l2.7-2.7a3.25 3.25 0 0 0-4.6-4.6l-.95.95M11.5 8.5a3.25 3.25 0 0 0-4.6 0l-2.7 2.7a3.25 3.25 0 0 0 4.6 4.6l.95-.95"/></svg>`
export const fileIcon = html`<svg class="icon s" viewBox="0 0 20 20" aria-hidden="true"><path d="M5.75 2.9h5.5l4.5 4.5v8.2c0 .8-.7 1.5-1.5 1.5h-8.5c-.8 0-1.5-.7-1.5-1.5V4.4c0-.8.7-1.5 1.5-1.5Z"/><path d="M11 3v4.75h4.75"/></svg>`
export const closeIcon = html`<svg class="icon s" viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg>`
export const learnIcon = html`<svg class="icon flip" viewBox="0 0 20 20" aria-hidden="true"><path d="M10 5.6C8.5 4.5 6.3 4 3.25 4v10.75c3.05 0 5.25.5 6.75 1.6 1.5-1.1 3.7-1.6 6.75-1.6V4C13.7 4 11.5 4.5 10 5.6Zm0 0v10.75"/></svg>`
