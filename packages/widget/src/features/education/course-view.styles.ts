import { css } from 'lit'

/** A course is read as a page: its title, how far one is, and the way through it. */
export const courseStyles = css`
  h1 {
    font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl);
    font-weight: var(--wp-weight-bold); text-wrap: balance; outline: 0;
  }
  h1:focus-visible { box-shadow: none; }
  .lead { margin-block-start: 6px; line-height: 1.6; }
  .far { margin-block: var(--wp-4) 22px; }
  .far p { display: flex; justify-content: space-between; gap: var(--wp-3); margin-block-start: var(--wp-2); }
  .notice { margin-block-end: 22px; }
  .strong { font-weight: var(--wp-weight-bold); }
  .mid { font-weight: var(--wp-weight-mid); }
  .stop { font: var(--wp-weight-bold) var(--wp-text-xs) / 1 var(--wp-font); }
  .lesson {
    position: relative; display: grid; gap: 2px; inline-size: 100%; padding: 1px 0 0; border: 0;
    background: none; text-align: start; border-radius: var(--wp-radius-s);
  }
  button.lesson { cursor: pointer; }
  button.lesson::after { content: ''; position: absolute; inset: -9px 0 -9px -44px; }
  button.lesson:dir(rtl)::after { inset-inline: -44px 0; }
  button.lesson:hover > :first-child { color: var(--wp-accent-text); }
  div.lesson > :first-child { color: var(--wp-ink-2); }
  .page { margin-block-start: 28px; padding-inline-start: 44px; }
  .page a { display: inline-flex; align-items: center; gap: 6px; min-block-size: 24px; }
  .btn.big { min-block-size: 44px; }
`
