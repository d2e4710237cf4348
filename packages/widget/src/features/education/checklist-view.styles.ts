import { css } from 'lit'

/** How far, what is next, and the one quiet festive moment. */
export const checklistStyles = css`
  .sum { position: relative; display: flex; align-items: center; gap: 14px; margin-block-end: var(--wp-6); }
  .sum .ring { --d: 56px; }
  .sum [tabindex]:focus-visible, .task[tabindex]:focus-visible { box-shadow: none; }
  .strong { font-weight: var(--wp-weight-bold); }
  .mid { font-weight: var(--wp-weight-mid); }
  .strong .small { font-weight: var(--wp-weight); }
  .deed { margin-block-start: var(--wp-3); }
  .fold .icon { transition: rotate var(--wp-base) var(--wp-out); }
  .fold[aria-expanded='true'] .icon { rotate: 0.5turn; }
  .festive {
    margin: calc(-1 * var(--wp-5)) calc(-1 * var(--wp-gutter)) var(--wp-6); overflow: hidden;
    padding: 28px var(--wp-gutter) 26px; background: linear-gradient(var(--wp-accent-soft), var(--wp-surface));
  }
  .festive > :not(.contours) { position: relative; }
  .festive .strong { font-size: var(--wp-text-lg); line-height: var(--wp-lead-lg); text-wrap: balance; }
  .trail[hidden], .deeds[hidden] { display: none; }
  .trail > li > :nth-child(2) { padding-block-start: 1px; }
  .stop { font: var(--wp-weight-bold) var(--wp-text-xs) / 1 var(--wp-font); }
  .task { outline: 0; }
  button.task {
    position: relative; padding: 1px 0 0; border: 0; background: none; text-align: start;
    cursor: pointer; border-radius: var(--wp-radius-s);
  }
  button.task::after { content: ''; position: absolute; inset: -8px -8px -20px; }
  button.task:hover { color: var(--wp-accent-text); }
  .acts { display: flex; flex-wrap: wrap; gap: var(--wp-2); margin-block-start: var(--wp-3); }
  .acts .btn { min-block-size: 36px; }
  @media (pointer: coarse) { .acts .btn { min-block-size: 40px; } }
  .btn.bare { border-color: transparent; background: none; color: var(--wp-accent-text); }
  .btn.bare:hover { background: var(--wp-hover); }
  .link {
    position: relative; padding: 0; border: 0; background: none; color: var(--wp-accent-text);
    text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer;
  }
  .link::after { content: ''; position: absolute; inset: -10px -6px; }
  waypost-rich-text, .now waypost-rich-text { font: inherit; color: inherit; --flow: 6px; }
  .deeds { display: flex; flex-wrap: wrap; gap: var(--wp-2); margin-block-start: var(--wp-6); padding-inline-start: 32px; }
  .notice { margin-block-end: var(--wp-5); }
  .notice:focus-visible { border-radius: var(--wp-radius-m); }
`
