/** @type {import('./host.js').Host[]} */
export const layers = [
  {
    name: 'top-overlays',
    does: 'Has a frame over everything at the highest of all z-indexes, which lets clicks through.',
    after: `<div style="position: fixed; inset: 0; z-index: 2147483647; pointer-events: none;
      border: 4px solid #c00"></div>`,
  },
  {
    name: 'eats-clicks',
    does: 'Has at the highest of all z-indexes a cover that takes every click; we ask for the top layer.',
    tag: '<script async src="WAYPOST/waypost.js" data-layer="top"></script>',
    after: `<div style="position: fixed; inset: 0; z-index: 2147483647; background: #8884"></div>`,
  },
  {
    name: 'cookie-banner',
    does: 'Has a cookie banner in our corner, and lifts us over it in its style sheet.',
    style: `:root { --wp-offset: 100px }
      #cookies { position: fixed; inset: auto 0 0; height: 80px; z-index: 2147483647; background: #ddd }`,
    after: '<div id="cookies"><button>Accept</button></div>',
    lift: 100,
  },
  {
    name: 'cookie-card',
    does: 'Has a cookie card in our corner, and tells us how far to stay off, and where.',
    tag: '<script async src="WAYPOST/waypost.js" data-offset="120px" data-position="start"></script>',
    style: `#cookies { position: fixed; inset: auto 0 0 auto; width: 400px; height: 100px;
      z-index: 2147483647; background: #ddd }`,
    after: '<div id="cookies"><button>Accept</button></div>',
    lift: 120,
    looksOwn: true,
  },
  {
    name: 'modal-dialog',
    does: 'Has a modal dialog of the browser open, with a button for help inside.',
    tag: '<script async src="WAYPOST/waypost.js" data-launcher=".help"></script>',
    ownLauncher: true,
    after: `<dialog id="pay"><button class="help">Help</button></dialog>`,
    script: `addEventListener('DOMContentLoaded', () => document.querySelector('#pay').showModal())`,
  },
  {
    name: 'popover',
    does: 'Has a popover over all of the page, with a button for help inside.',
    tag: '<script async src="WAYPOST/waypost.js" data-launcher=".help"></script>',
    ownLauncher: true,
    after: `<div id="menu" popover="manual" style="inset: 0; width: auto; height: auto; background: #8884">
      <button class="help">Help</button></div>`,
    script: `addEventListener('DOMContentLoaded', () => document.querySelector('#menu').showPopover())`,
  },
  {
    name: 'full-screen',
    does: 'Shows one element over the whole screen, with a button for help inside.',
    tag: '<script async src="WAYPOST/waypost.js" data-launcher=".help"></script>',
    ownLauncher: true,
    after: '<div id="film" style="background: #222"><button class="help">Help</button></div>',
    apart: true,
  },
]
