import { css } from 'lit'

/** A stage until it plays, then the browser's own player; chapters and the words below. */
export const lessonVideo = css`
  .stage {
    position: relative; display: grid; place-items: center; aspect-ratio: 16 / 9; overflow: hidden;
    border-radius: var(--wp-radius-m);
    background: linear-gradient(150deg, var(--wp-accent-soft-2), var(--wp-accent-soft));
  }
  .stage img { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: cover; }
  .play {
    position: relative; display: grid; place-items: center; inline-size: 56px; block-size: 56px;
    padding: 0; border: 1px solid var(--wp-accent-edge); border-radius: 50%; cursor: pointer;
    background: var(--wp-accent-fill); color: var(--wp-on-accent); box-shadow: var(--wp-lift-2);
  }
  .play:hover { background: var(--wp-accent-fill-hover); }
  .play .icon { inline-size: 28px; block-size: 28px; stroke-width: 1.3; }
  .chip {
    position: absolute; inset-block-end: 10px; inset-inline-end: 10px; padding: 2px 8px;
    border-radius: var(--wp-radius-s); background: var(--wp-surface); color: var(--wp-ink-2);
    font: var(--wp-weight-mid) var(--wp-text-xs) / 1.5 var(--wp-font);
  }
  .chip:empty { display: none; }
  video {
    display: block; inline-size: 100%; aspect-ratio: 16 / 9; border-radius: var(--wp-radius-m);
    background: #000;
  }
  .small { font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); }
  .quiet { color: var(--wp-ink-3); }
  p.small { margin-block-start: var(--wp-2); }
  .notice { margin-block-start: var(--wp-3); }
  h2 { margin-block: var(--wp-4) var(--wp-1); color: var(--wp-ink-2); font-weight: var(--wp-weight-bold); }
  .chapters { list-style: none; }
  .chapters { margin-inline: -8px; }
  .chapter {
    display: flex; gap: var(--wp-3); inline-size: 100%; min-block-size: 36px; padding: 6px 8px; border: 0;
    border-radius: var(--wp-radius-s); background: none; text-align: start;
  }
  .chapters button { cursor: pointer; }
  .chapters button:hover { background: var(--wp-hover); }
  .chapters [aria-current] { background: var(--wp-accent-soft); font-weight: var(--wp-weight-mid); }
  .time { flex: none; min-inline-size: 4ch; color: var(--wp-ink-3); }
  details {
    margin-block-start: var(--wp-3); border: 1px solid var(--wp-line); border-radius: var(--wp-radius-m);
  }
  summary {
    min-block-size: var(--wp-hit); padding: 10px 14px; border-radius: var(--wp-radius-m);
    font-weight: var(--wp-weight-mid); cursor: pointer;
  }
  summary:hover { background: var(--wp-hover); }
  summary:focus-visible { box-shadow: var(--wp-focus-inset); }
  details > :not(summary) { padding: 0 14px 14px; }
  @media (pointer: coarse) { .chapters button { min-block-size: 44px; } }
  @media (forced-colors: active) {
    .stage, .chip { outline: 1px solid CanvasText; outline-offset: -1px; }
    .chapters [aria-current] { outline: 1px solid Highlight; }
  }
`
