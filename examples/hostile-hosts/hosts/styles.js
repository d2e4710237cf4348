/** @type {import('./host.js').Host[]} */
export const styles = [
  { name: 'plain', does: 'Does nothing to us: what the others are compared with.' },
  {
    name: 'all-unset',
    does: 'Unsets every property of every element, and means it.',
    style: '* { all: unset !important } head, head * { display: none !important }',
  },
  {
    name: 'important-everything',
    does: 'Sets on every element what a reset should never touch.',
    style: `* {
      box-sizing: border-box !important; margin: 3px !important; padding: 5px !important;
      font: italic 9px/1 fantasy !important; color: #f0f !important; text-transform: uppercase !important;
      letter-spacing: 4px !important; -webkit-text-fill-color: transparent !important; word-break: break-all !important;
      text-align: center !important; direction: rtl !important; opacity: .99 !important; transition: all 2s !important;
      position: relative !important; overflow: hidden !important; writing-mode: vertical-rl !important;
      max-width: 300px !important; user-select: none !important; visibility: inherit !important;
    }`,
  },
  {
    name: 'ten-pixels',
    does: 'Makes a rem ten pixels.',
    style: 'html { font-size: 62.5% }',
  },
  {
    name: 'right-to-left',
    does: 'Is written from right to left.',
    html: 'dir="rtl"',
  },
  {
    name: 'vertical',
    does: 'Is written in columns from the right.',
    style: 'html { writing-mode: vertical-rl }',
  },
  {
    name: 'four-hundred-percent',
    does: 'Is zoomed to 400 %: of 1280 by 1024 pixels there are 320 by 256.',
    viewport: { width: 320, height: 256 },
    zoom: 4,
    looksOwn: true,
  },
  {
    name: 'small-window',
    does: 'Is 300 by 200 pixels, as a preview or a card of another page is.',
    viewport: { width: 300, height: 200 },
    looksOwn: true,
  },
  {
    name: 'notch',
    does: 'Reaches under the notch and the bar of a phone.',
    cover: true,
  },
  {
    name: 'forced-colors',
    does: 'Is read in the few colours that the person has chosen.',
    media: { forcedColors: 'active' },
    looksOwn: true,
  },
  {
    name: 'more-contrast',
    does: 'Is read by somebody who has asked for more contrast.',
    media: { contrast: 'more' },
    looksOwn: true,
  },
]
