import { directionOf } from '../../foundation/direction.js'
import { html, type SafeHtml } from '../../foundation/html.js'
import type { LetterWords } from './letter-words.js'

export interface LetterFrame {
  readonly locale: string
  readonly site: string
  /** Of the line at the top; checked when the configuration is read. */
  readonly accent: string | null
}

/**
 * Colours without the site's accent but for one line: mail programs compute no contrast, and a pale
 * brand would make words that nobody can read. Styles stand on the elements, as many programs drop
 * style sheets; those that follow a dark theme find theirs in one that may be dropped.
 */
const SHEET = html`<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #16181a !important; }
  .sheet { background: #1e2124 !important; border-left-color: #34383c !important; border-right-color: #34383c !important; border-bottom-color: #34383c !important; }
  .ink { color: #eceef0 !important; }
  .quiet { color: #a9b0b6 !important; }
  .quote { background: #26292d !important; }
  .button { background: #eceef0 !important; color: #16181a !important; }
  .row { border-color: #34383c !important; }
}
.quote a { color: inherit; }
.quote img { max-width: 100%; height: auto; }
</style>`

/** A mail as a document that needs no picture, no script and nothing from anywhere. */
export function drawLetterHtml(letter: LetterWords, { locale, site, accent }: LetterFrame): string {
  const { title, code, lines, quote, button, list, notes } = letter
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${letter.subject}</title>${SHEET}</head>
<body class="ground" style="margin:0;padding:24px 12px;background:#f3f4f5">
<div class="sheet" style="max-width:520px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #dfe2e5;border-top:4px solid ${accent ?? '#0b7a75'};border-radius:10px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<p class="quiet" style="margin:0 0 16px;color:#5b6268;font-size:14px"><bdi>${site}</bdi></p>
<h1 class="ink" style="margin:0 0 12px;color:#16181a;font-size:21px;line-height:1.3">${title}</h1>
${code && html`<p class="ink" dir="ltr" style="margin:16px 0;color:#16181a;font:600 32px/1.2 ui-monospace,'SF Mono',Consolas,monospace;letter-spacing:6px">${code}</p>`}
${lines.map((line) => html`<p class="ink" style="margin:0 0 12px;color:#16181a">${line}</p>`)}
${quote && html`<div class="quote ink" dir="auto" style="margin:16px 0;padding:12px 16px;background:#f3f4f5;border-radius:8px;color:#16181a">${quote.html}</div>`}
${list && list.length > 0 && html`<ul style="margin:8px 0 0;padding:0;list-style:none">${list.map(drawRow)}</ul>`}
${button?.url && drawButton(button.words, button.url)}
<div style="margin:24px 0 0">${notes.map((note) => html`<p class="quiet" style="margin:0 0 8px;color:#5b6268;font-size:13px">${note}</p>`)}</div>
</div></body></html>
`.toString()
}

const drawButton = (words: string, url: string): SafeHtml =>
  html`<p style="margin:20px 0"><a class="button" href="${url}" style="display:inline-block;padding:12px 20px;background:#16181a;border-radius:10px;color:#ffffff;font-weight:600;text-decoration:none">${words}</a></p>`

function drawRow({ words, detail, url }: NonNullable<LetterWords['list']>[number]): SafeHtml {
  const name = url
    ? html`<a class="ink" href="${url}" style="color:#16181a;font-weight:600">${words}</a>`
    : html`<strong class="ink" style="color:#16181a">${words}</strong>`
  return html`<li class="row" style="padding:10px 0;border-top:1px solid #dfe2e5">${name} <span class="quiet" style="color:#5b6268">${detail}</span></li>`
}
