import type { WidgetOptions } from '../contract/widget-options.js'

/** A signpost with a question cut out of it, in 24 × 24 pixels. */
const SIGN =
  'M5 1h10l7 7-7 7h-3v8H9v-8H5q-3 0-3-3V4q0-3 3-3m2 5h2a1.5 1.5 0 1 1 2 2q-1 .5-1 2h2q0-1 1-1a3.5 3.5 0 1 0-6-3m3 5v2h2v-2'

/**
 * How the launcher looks. `*` is the button, the one element in here. The page cannot reach it; it
 * could reach the element around it, so that one only passes on, and `!important` inside `:host` is
 * stronger than any rule outside. `medium` is the person's own text size, whatever the page says of
 * `html`. The sign is a border, because forced colours keep that one in the colour of the text.
 *
 * The colours are the tokens' (`theme.ts` of the widget), shortened: `--f` is `--wp-accent-fill`. A
 * browser that cannot read them, or cannot read the accent, keeps the plain ones. What a wide page
 * says in a word, a phone says by the sign alone, unless `aria-busy` says that opening has failed.
 */
export const launcherStyles = ({ accent, position, theme, zIndex }: WidgetOptions) => {
  const colour = accent || 'var(--wp-accent,#0b7a75)'
  return `
  :host { display: contents !important }
  * {
    all: initial;
    color-scheme: ${/light|dark/.exec(theme as string) ?? 'inherit'};
    position: fixed;
    inset-inline-${/start/.exec(position as string) ?? 'end'}: env(safe-area-inset-right);
    bottom: env(safe-area-inset-bottom);
    margin: 20px;
    z-index: ${zIndex ?? 2147483000};
    display: flex;
    align-items: center;
    gap: .5em;
    padding: 13px 18px;
    border: 1px solid #0b7a75;
    border-radius: 99px;
    background: #0b7a75;
    color: #fff;
    font: 600 medium/1.5 var(--wp-font, system-ui);
    box-shadow: 0 1px 2px #0002, 0 10px 24px -6px #0004;
    cursor: pointer;
  }
  @supports (color: light-dark(oklch(from ${accent || 'red'} l c h), red)) {
    * {
      --f: light-dark(
        oklch(from ${colour} min(l, max(.53, (l - .64)*1e4)) c h),
        oklch(from ${colour} max(.53, min(l, (l - .64)*1e4), min(.84, (.4 - l)*1e4)) c h)
      );
      border-color: light-dark(oklch(from var(--f) min(l, .6) c h), oklch(from var(--f) max(l, .6) c h));
      background: var(--f);
      color: oklch(from var(--f) calc((.6 - l)*1e4) 0 0);
    }
  }
  :before { content: ""; border: 12px solid; clip-path: path(evenodd, "${SIGN}") }
  :hover { filter: brightness(.93) }
  :focus-visible { outline: 2px solid #fff; box-shadow: 0 0 0 5px #111 }
  [aria-busy=true] { filter: brightness(.85) }
  @media (width < 480px) { :not([aria-busy=false]) { font-size: 0; padding: 15px } }
  @media print { * { display: none } }
`
}
