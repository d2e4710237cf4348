import type { WidgetOptions } from '../contract/widget-options.js'

/**
 * How the launcher looks. The page cannot reach the button; it could reach the element around it, so
 * that one only passes on, and `!important` inside `:host` is stronger than any rule outside.
 * `medium` is the person's own text size, whatever the page says of `html`.
 *
 * The colours are the tokens' (`theme.ts` of the widget), shortened: `--f` is `--wp-accent-fill`,
 * `--d` how far it goes darker under a hand. A browser that cannot read them, or cannot read the
 * accent, keeps the plain ones. What a wide page says in a word, a phone says by the icon alone.
 */
export const launcherStyles = ({ accent, position, theme, zIndex }: WidgetOptions) => {
  const colour = accent || 'var(--wp-accent, #0b7a75)'
  const scheme = theme === 'light' || theme === 'dark' ? theme : 'inherit'
  return `
  :host { all: initial !important; display: contents !important; color-scheme: ${scheme} !important }
  button {
    all: unset;
    position: fixed;
    bottom: max(20px, env(safe-area-inset-bottom));
    inset-inline-${position === 'start' ? position : 'end'}: max(20px, env(safe-area-inset-right));
    z-index: ${zIndex ?? 2147483000};
    display: flex;
    align-items: center;
    padding: 13px 16px;
    border: 1px solid #0b7a75;
    border-radius: 2em;
    background: #0b7a75;
    color: #fff;
    font: 600 medium/1.5 var(--wp-font, system-ui, sans-serif);
    box-shadow: 0 1px 2px #0002, 0 10px 24px -6px #0004;
    cursor: pointer;
  }
  @supports (color: light-dark(oklch(from red l c h), red)) and (color: ${colour}) {
    button {
      --a: ${colour};
      --f: light-dark(
        oklch(from var(--a) min(l, max(.53, (l - .64)*1e4)) c h),
        oklch(from var(--a) max(.53, min(.84, (.4 - l)*1e4), min(l, (l - .64)*1e4)) c h)
      );
      --d: 0;
      border-color: light-dark(oklch(from var(--f) min(l, .6) c h), oklch(from var(--f) max(l, .61) c h));
      background: oklch(from var(--f) calc(l + var(--d)*clamp(-1, (l - .6)*1e4, 1)) c h);
      color: oklch(from var(--f) calc((.6 - l)*1e4) 0 0);
    }
    button:hover { --d: .05 }
    button:active { --d: .09 }
  }
  button:focus-visible { outline: 2px solid #fff; box-shadow: 0 0 0 5px #111 }
  svg { width: 1.5em; fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round }
  span { margin-inline: 9px 4px }
  [aria-busy=true] { opacity: .7; transition: opacity 0s .3s }
  @media (max-width: 479px) {
    button { padding: 13px }
    svg { width: 1.75em }
    span:not(.failed) { position: absolute; clip-path: inset(50%) }
  }
  @media (forced-colors: active) { button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px } }
  @media print { button { display: none } }
`
}
