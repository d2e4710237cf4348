import { css } from 'lit'

/** What a search found: the count, results, a miss with what is often read, trouble. */
export const found = css`
  .count {
    padding: 14px var(--wp-gutter) 6px; color: var(--wp-ink-3);
    font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
  }
  .count button {
    position: relative; padding: 0; border: 0; border-radius: var(--wp-radius-s); background: none;
    color: var(--wp-accent-text); font-weight: var(--wp-weight-bold); text-align: start;
    text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer;
  }
  .count button::after { content: ''; position: absolute; inset: -10px -4px; }
  .picks {
    display: flex; gap: var(--wp-2); overflow-x: auto; padding: 6px var(--wp-gutter);
    scrollbar-width: none;
  }
  .pick { flex: none; border-radius: 99px; font-size: var(--wp-text-sm); }
  .pick[aria-pressed='true'] { border-color: var(--wp-focus); background: var(--wp-accent-soft); color: var(--wp-accent-text); }
  .answer {
    margin: 6px var(--wp-gutter) var(--wp-2); overflow: hidden; border: 1px solid var(--wp-line);
    border-inline-start: 3px solid var(--wp-accent-edge); border-radius: var(--wp-radius-m);
  }
  .answer h2, .place { color: var(--wp-ink-3); font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); }
  .place::first-letter { text-transform: uppercase; }
  .answer :is(h2, blockquote) { margin: var(--wp-2) 14px 0; }
  .answer .excerpt { -webkit-line-clamp: 6; }
  .answer .row { font-weight: var(--wp-weight-bold); }
  ul { list-style: none; }
  .row {
    display: grid; gap: 2px; min-block-size: var(--wp-hit); padding: var(--wp-3) var(--wp-gutter);
    color: var(--wp-ink); text-decoration: none; cursor: pointer;
    transition: background var(--wp-fast);
  }
  .row:hover { background: var(--wp-hover); }
  .row:focus-visible { background: var(--wp-accent-soft); box-shadow: var(--wp-focus-inset); }
  .title { font-weight: var(--wp-weight-bold); }
  .title .icon { margin: -2px 0 -4px; margin-inline-end: var(--wp-2); color: var(--wp-accent-text); }
  .excerpt {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
    color: var(--wp-ink-2); font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
  }
  mark {
    margin-inline: -1px; padding-inline: 1px; border-radius: 3px; background: var(--wp-mark);
    color: var(--wp-ink);
  }

  .pad { padding: var(--wp-4) var(--wp-gutter) var(--wp-2); }
  .strip { margin-block-end: calc(-1 * var(--wp-2)); }
  .strip .notice { padding-inline: var(--wp-gutter); border: 0; border-radius: 0; }
  .strip ~ ul { margin-block-start: var(--wp-4); }
  .empty {
    display: grid; justify-items: center; gap: 6px; padding: 28px var(--wp-gutter) var(--wp-5);
    text-align: center;
  }
  .mark {
    display: grid; place-items: center; inline-size: 56px; block-size: 56px; border-radius: var(--wp-radius);
    margin-block-end: 10px; background: var(--wp-accent-soft); color: var(--wp-accent-text);
  }
  .mark .icon { inline-size: 26px; block-size: 26px; stroke-width: 1.3; }
  .empty h2 {
    font-size: var(--wp-text-lg); line-height: var(--wp-lead-lg);
    font-weight: var(--wp-weight-bold); text-wrap: balance;
  }
  .empty p { max-inline-size: 32ch; color: var(--wp-ink-2); text-wrap: pretty; }
  .empty :is(h2, p) { unicode-bidi: plaintext; }
  .empty .btn { margin-block-start: 14px; }
  .often { padding: 0 var(--wp-gutter) var(--wp-3); }
  .often .picks { flex-wrap: wrap; padding: 0; }
  .often h3 {
    padding-inline: 2px; margin-block-end: var(--wp-2); color: var(--wp-ink-2);
    font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
    font-weight: var(--wp-weight-bold);
  }
  .often ul { border: 1px solid var(--wp-line); border-radius: var(--wp-radius-l); overflow: hidden; }
  .often li + li { border-block-start: 1px solid var(--wp-line); }
  .offer { grid-template-columns: 1fr auto; align-items: center; gap: var(--wp-3); padding: 10px 14px; }
  .offer .icon { color: var(--wp-ink-3); }

  .bones { display: grid; gap: 10px; padding: 14px var(--wp-gutter); }
  .bones .title { block-size: 14px; }
  @media (forced-colors: active) {
    .row:focus-visible {
      forced-color-adjust: none; background: Highlight; color: HighlightText; outline-offset: -3px;
    }
    .row:focus-visible * { background: none; color: inherit; }
    mark { color: MarkText; }
    .pick[aria-pressed='true'] {
      forced-color-adjust: none; border-color: Highlight; background: Highlight; color: HighlightText;
    }
    .pick[aria-pressed='true']:focus-visible { box-shadow: none; outline-color: CanvasText; }
  }
`
