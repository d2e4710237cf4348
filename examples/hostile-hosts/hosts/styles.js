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
    name: 'zoomed',
    does: 'Zooms its body by half.',
    style: 'body { zoom: 1.5 }',
  },
  {
    name: 'scrolling-body',
    does: 'Scrolls its body instead of the page, fixed to the window.',
    style:
      'html { overflow: hidden } body { position: fixed; inset: 0; overflow: auto } main { height: 3000px }',
  },
  {
    name: 'quirks',
    does: 'Has no doctype: the browser goes back to how things were in 1998.',
    doctype: '',
  },
  {
    name: 'four-hundred-percent',
    does: 'Is zoomed to 400 %: there are 320 by 256 pixels.',
    viewport: { width: 320, height: 256 },
  },
  {
    name: 'top-overlays',
    does: 'Has a frame over everything at the highest of all z-indexes, which lets clicks through.',
    after: `<div style="position: fixed; inset: 0; z-index: 2147483647; pointer-events: none;
      border: 4px solid #c00"></div>`,
  },
  {
    name: 'cookie-banner',
    does: 'Has a cookie banner in our corner, and lifts us over it.',
    style: `:root { --wp-offset: 100px }
      #cookies { position: fixed; inset: auto 0 0; height: 80px; z-index: 2147483647; background: #ddd }`,
    after: '<div id="cookies"><button>Accept</button></div>',
  },
]
