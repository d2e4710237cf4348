import { css } from 'lit'

/** `.bone`: where words will stand, in their shape; `.spin`: one thing that is under way. */
export const bones = css`
  .bone {
    display: block; inline-size: 100%; block-size: 12px; border-radius: var(--wp-radius-s);
    background-size: 200% 100%; animation: shine 1400ms linear infinite;
    background-image: linear-gradient(
      100deg, var(--wp-press) 35%, var(--wp-hover) 50%, var(--wp-press) 65%
    );
  }
  .bone.a { inline-size: 58%; }
  .bone.b { inline-size: 74%; }
  .bone.c { inline-size: 94%; }
  .bone.d { inline-size: 28%; }
  .spin {
    inline-size: 16px; block-size: 16px; flex: none; border-radius: 50%;
    border: 2px solid color-mix(in oklab, currentColor 28%, transparent);
    border-block-start-color: currentColor; animation: turn 800ms linear infinite;
  }
  @keyframes turn { to { rotate: 1turn; } }
  @keyframes shine {
    from { background-position: 150% 0; }
    to { background-position: -50% 0; }
  }
  @keyframes breathe { 50% { opacity: 0.25; } }
  @media (prefers-reduced-motion: reduce) {
    .bone { animation: none; }
    .spin { animation: breathe 1600ms var(--wp-inout) infinite; }
  }
  @media (forced-colors: active) {
    .bone { border: 1px solid GrayText; }
  }
`
