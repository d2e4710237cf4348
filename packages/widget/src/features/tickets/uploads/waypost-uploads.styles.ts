import { css } from 'lit'

/** Rows of files, and the place where one lets them go. */
export const uploads = css`
  :host([compact]) { padding: 4px 12px 6px; }
  :host([compact][data-empty]) { padding: 0; }
  [role=group], ul { display: grid; gap: var(--wp-2); grid-template-columns: minmax(0, 1fr); }
  ul { list-style: none; }
  .upload {
    display: flex; align-items: center; gap: 10px; min-block-size: 52px;
    padding: 5px 6px; border: 1px solid var(--wp-line);
    border-radius: var(--wp-radius-m); background: var(--wp-surface);
    font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
  }
  :host([compact]) .upload { min-block-size: 44px; }
  .upload.wrong { border-color: var(--wp-bad); }
  .upload.wrong .thumb { color: var(--wp-bad); }
  .grow { flex: 1; min-inline-size: 0; }
  .upload > .grow { display: grid; grid-template-columns: minmax(0, 1fr); }
  .line { display: flex; gap: var(--wp-2); }
  .cut {
    flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-inline-size: 0;
    text-align: -webkit-match-parent; text-align: match-parent;
  }
  .tiny { font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs); }
  .quiet { color: var(--wp-ink-3); }
  .good { color: var(--wp-good); }
  .warn { color: var(--wp-warn); }
  .bad { color: var(--wp-bad); }
  .thumb {
    display: grid; place-items: center; flex: none; inline-size: 40px; block-size: 40px;
    overflow: hidden; border-radius: 6px; background: var(--wp-sunken); color: var(--wp-ink-2);
  }
  :host([compact]) .thumb { inline-size: 32px; block-size: 32px; }
  .thumb > :not(.icon) { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; }
  .meter {
    display: block; block-size: 4px; margin-block: 7px 3px; border-radius: 2px;
    background: var(--wp-press); overflow: hidden;
  }
  .meter > i {
    display: block; block-size: 100%; inline-size: var(--at); border-radius: 2px;
    background: var(--wp-accent-edge); transition: inline-size 160ms linear;
  }
  .link {
    position: relative; min-block-size: 24px; padding: 0; border: 0; background: none;
    color: var(--wp-accent-text); font-weight: var(--wp-weight-mid);
    text-decoration: underline 1px; text-underline-offset: 0.18em; cursor: pointer;
  }
  .link::after { content: ''; position: absolute; inset: -8px; }
  .ways { display: flex; gap: var(--wp-2); }
  .drop {
    display: flex; flex: 1; justify-content: center; align-items: center; gap: var(--wp-2);
    min-block-size: 52px; padding: 6px 12px; border: 1px dashed var(--wp-line-strong);
    border-radius: var(--wp-radius-m); background: none; color: var(--wp-ink-2);
    font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); cursor: pointer;
    transition: background var(--wp-fast), border-color var(--wp-fast);
  }
  .drop:hover, .over .drop {
    background: var(--wp-accent-soft); border-color: var(--wp-accent-text); color: var(--wp-ink);
  }
  .drop:disabled { background: var(--wp-sunken); border-color: var(--wp-line); color: var(--wp-ink-off); cursor: default; }
  .over .drop { border-style: solid; box-shadow: inset 0 0 0 1px var(--wp-accent-text); }
  .drop[aria-invalid] { border-color: var(--wp-bad); }
  .limit { margin-block-start: -2px; padding-inline: 2px; }
  .tool:disabled, .link:disabled { color: var(--wp-ink-off); cursor: default; }
  input { display: none; }
  @media (prefers-reduced-motion: reduce) { .meter > i { transition: none; } }
  @media (forced-colors: active) {
    .meter { outline: 1px solid CanvasText; }
    .meter > i { forced-color-adjust: none; background: CanvasText; }
    .upload.wrong, .over .drop { border-width: 2px; }
  }
`
