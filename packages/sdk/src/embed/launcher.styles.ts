import type { WidgetOptions } from '../contract/widget-options.js'

/**
 * How the launcher looks. `*` is the button, the one element in here. The page cannot reach it; it
 * could reach the element around it, so that one only passes on, and `!important` inside `:host` is
 * stronger than any rule outside. `medium` is the person's own text size, whatever the page says of
 * `html`. The sign is a signpost of 24 × 24 pixels, and a border, because forced colours keep that one in the colour of the text.
 *
 * It wears the accent as it is. Below a luminance of .18 white stands out from it by 4.5:1 and more,
 * above it black does: `y` of `xyz` is that luminance. A browser that cannot tell, or cannot read the
 * accent, keeps the plain colours. What a wide page says in a word, a phone says by the sign alone,
 * unless `aria-busy` says that opening has failed.
 */
export const launcherStyles = (
  options: WidgetOptions,
  colour = options.accent || 'var(--wp-accent,#0b7a75)',
) => `
  :host { display: contents !important }
  * {
    all: initial;
    background: #0b7a75;
    position: fixed;
    align-items: center;
    inset-inline-${options.position === 'start' ? 'start' : 'end'}: env(safe-area-inset-right);
    z-index: ${options.zIndex || 2147000000};
    padding: 12px 20px;
    margin: ${options.offset || 'var(--wp-offset,20px)'} 20px;
    bottom: env(safe-area-inset-bottom);
    cursor: pointer;
    gap: .5em;
    display: flex;
    box-shadow: 0 6px 20px #0004;
    background: ${colour};
    color: #fff;
    color: color(from ${colour} xyz calc((.18 - y)*1e4) calc((.18 - y)*1e4) calc((.18 - y)*1e4));
    font: 600 medium ${options.font || 'var(--wp-font,system-ui)'};
    border-radius: 99px;
    border: 1px solid #888
  }
  :before { clip-path: path("M3 2h12l7 6-7 6h-4v8H8v-8H3"); content: ""; border: 12px solid }
  :hover, [aria-busy] { outline: 2px solid #888 }
  :focus-visible { outline: 2px solid #fff; box-shadow: 0 0 0 5px #000 }
  @media (width < 30em) { :not([aria-busy=false]) { font-size: 0; padding: 15px } }
  @media print { * { display: none } }
`
