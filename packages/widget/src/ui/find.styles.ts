import { css } from 'lit'

/** `.find`: the field to search with, an icon before it and a tool after it. */
export const find = css`
  .find {
    display: flex; align-items: center; gap: 10px; min-block-size: 48px;
    padding-inline: 14px 6px; border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-m);
    background: var(--wp-surface); color: var(--wp-ink); font-size: var(--wp-text-input);
  }
  .find:hover { border-color: var(--wp-ink-3); }
  .find:focus-within {
    border-color: var(--wp-focus);
    box-shadow: 0 0 0 1px var(--wp-focus), 0 0 0 4px var(--wp-accent-soft-2);
  }
  .find:has(button:focus-visible) { border-color: var(--wp-line-strong); box-shadow: none; }
  .find > .icon { color: var(--wp-ink-2); }
  input {
    flex: 1; min-inline-size: 0; inline-size: 100%; align-self: stretch; padding: 0; border: 0;
    background: none; outline: 0; appearance: none; text-overflow: ellipsis;
  }
  input:focus-visible { outline: 0; box-shadow: none; }
  input::placeholder { color: var(--wp-ink-3); opacity: 1; }
  input::-webkit-search-cancel-button { display: none; }
  .wait {
    display: grid; place-items: center; flex: none; inline-size: 32px; block-size: 32px;
    color: var(--wp-accent-text);
  }
  @media (forced-colors: active) {
    .find:focus-within { outline: 3px solid Highlight; outline-offset: 2px; }
    .find:has(button:focus-visible) { outline: 0; }
  }
`
