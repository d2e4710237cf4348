import { css } from 'lit'

/** The moment of arrival: the brand as a wash, a reference, what comes next. */
export const sent = css`
  .arrived {
    position: relative; overflow: hidden; padding: 28px var(--wp-gutter) 26px;
    background: linear-gradient(var(--wp-accent-soft), var(--wp-surface));
  }
  .arrived > :not(.contours) { position: relative; }
  .arrived h2 {
    font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl);
    font-weight: var(--wp-weight-bold); outline: 0; box-shadow: none;
  }
  strong, .strong { font-weight: var(--wp-weight-bold); }
  .trail { margin-inline: var(--wp-gutter); padding-block-end: var(--wp-5); }
  .ahead { color: var(--wp-ink-2); font-weight: var(--wp-weight-mid); }
  .ends { justify-content: space-between; }
  .ends .btn { flex: 0 1 auto; }
  .btn.bare {
    margin-inline-start: -12px; padding-inline: 12px; border-color: transparent;
    color: var(--wp-accent-text);
  }
  .bare:not(:hover) { background: none; }
`
