import { css } from 'lit'

/** The window: beside the page in the launcher's corner, or the whole of a small screen. */
export const panel = css`
  :host { display: none !important; }
  :host([open]), :host([ready]) { display: contents !important; }
  dialog {
    /* What the page says of all elements is inherited into here: nothing of it but light and dark. */
    all: initial; color-scheme: inherit;
    position: fixed; inset-block-end: var(--wp-offset, var(--wp-edge)); inset-inline-end: var(--wp-edge);
    /* A phone on its side says the same of both. */
    margin-inline: env(safe-area-inset-right); z-index: var(--wp-z-host); display: none;
    /* Of the window: \`vw\` and \`dvh\` grow where the page zooms its body. */
    inline-size: min(var(--wp-panel-w), 100% - 2 * var(--wp-edge));
    block-size: min(var(--wp-panel-h), 100% - var(--wp-offset, var(--wp-edge)) - var(--wp-edge));
    overflow: hidden;
    border-radius: var(--wp-radius); background: var(--wp-surface); color: var(--wp-ink);
    box-shadow: var(--wp-lift-3); isolation: isolate; transform-origin: 100% 100%;
    font: var(--wp-weight) var(--wp-text-md) / var(--wp-lead-md) var(--wp-font);
  }
  :host([ready]) dialog:not([open]) { display: block; visibility: hidden; }
  dialog[open] { display: block; animation: rise var(--wp-slow) var(--wp-out); }
  dialog.leaving {
    animation: sink calc(var(--wp-slow) / 2) var(--wp-inout) forwards; pointer-events: none;
  }
  dialog:focus-visible { box-shadow: var(--wp-lift-3); }
  dialog::backdrop { background: none; }
  :host([position='start']) dialog {
    inset-inline: var(--wp-edge) auto; transform-origin: 0 100%;
  }

  /* Seen from the first frame on: who has clicked waits for it. */
  @keyframes rise { from { opacity: 0.2; translate: 0 var(--wp-shift); scale: 0.985; } }
  @keyframes sink { to { opacity: 0; translate: 0 var(--wp-shift); scale: 0.985; } }

  @media (width < 480px) {
    dialog, :host([position='start']) dialog {
      inset: 0 0 auto; inline-size: 100%; border-radius: 0; box-shadow: none;
      inset-block-start: var(--view-top, 0); block-size: var(--view-block, 100%);
    }
    .frame { border-block-start: env(safe-area-inset-top) solid transparent; }
  }
  @media (forced-colors: active) {
    dialog { border: 1px solid CanvasText; }
  }
  @media print { :host([open]), :host([ready]) { display: none !important; } }
`
