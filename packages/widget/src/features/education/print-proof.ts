import { directionOf } from '../../foundation/direction.js'

export interface Proof {
  locale: string
  site: string
  title: string
  lines: readonly string[]
  /** Any CSS colour. */
  accent: string
}

const onPaper = `
  @media screen { :host { display: none !important } }
  @media print {
    :host {
      display: grid !important; place-content: center; gap: 14px; box-sizing: border-box;
      block-size: 96vh; padding: 40px; border: 2px solid var(--line); border-radius: 18px;
      text-align: center; background: #fff; color: #1a1d1d; color-scheme: light;
      font: 15px/1.5 system-ui, sans-serif; print-color-adjust: exact;
    }
    h1 { margin: 0; font-size: 30px; line-height: 1.25; font-weight: 600; text-wrap: balance }
    p { margin: 0; color: #464c4b }
    .site { color: #1a1d1d; font-weight: 600 }
    svg {
      justify-self: center; inline-size: 72px; block-size: 72px; fill: none; stroke: var(--line);
      stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round;
    }
  }
`

/** Of the page of the host nothing is printed but this. */
const pageAside = `@media print {
  body > :not(waypost-proof) { display: none !important }
  body { margin: 0 !important; background: none !important }
}`

/**
 * Prints a page of its own that says what was done. It stands on the host's page for as long as the
 * browser prints, and nobody sees it there; no script and no style of its own stands in markup.
 */
export function printProof({ locale, site, title, lines, accent }: Proof): void {
  const proof = document.createElement('waypost-proof')
  proof.lang = locale
  proof.dir = directionOf(locale)
  const root = proof.attachShadow({ mode: 'open' })
  const [own, outer] = [new CSSStyleSheet(), new CSSStyleSheet()]
  own.replaceSync(onPaper)
  outer.replaceSync(pageAside)
  root.adoptedStyleSheets = [own]
  proof.style.setProperty('--line', accent)
  root.append(
    tick(),
    element('h1', title),
    ...lines.map((line) => element('p', line)),
    element('p', site, 'site'),
  )
  document.body.append(proof)
  document.adoptedStyleSheets.push(outer)
  const end = () => {
    proof.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== outer)
  }
  addEventListener('afterprint', end, { once: true })
  print()
}

function element(name: string, text: string, look = ''): HTMLElement {
  const made = document.createElement(name)
  made.className = look
  made.textContent = text
  return made
}

function tick(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('viewBox', '0 0 20 20')
  path.setAttribute('d', 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14m-3.25 7.25 2.25 2.25 4.25-4.75')
  svg.append(path)
  return svg
}
