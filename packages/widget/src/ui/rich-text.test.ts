import { expect, fixture, html } from '@open-wc/testing'
import type { Block, Inline, RichText } from '@waypost/sdk/contract'
import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import { english } from '../foundation/i18n.js'
import { theme } from '../foundation/theme.js'
import type { ArticleLinkEvent } from './article-link-event.js'
import { fetchRarerBlocks } from './fetch-rarer-blocks.js'
import { WaypostRichText } from './rich-text.js'

/** The tokens come from the element around it; here it stands alone. */
class Themed extends WaypostRichText {
  static override styles = [...theme, ...WaypostRichText.styles]
}
customElements.define('waypost-rich-text', Themed)

const text = (words: string): Inline => ({ type: 'text', text: words })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/%3E"

const everything: RichText = [
  { type: 'heading', level: 2, id: 'turn-it-on', children: [text('Turn it on')] },
  paragraph(
    text('Open '),
    { type: 'strong', children: [text('Settings')] },
    { type: 'break' },
    { type: 'emphasis', children: [text('then')] },
    { type: 'strike', children: [text('not')] },
    { type: 'code', text: '{days}' },
    { type: 'link', href: 'https://example.com/', children: [text('a site')] },
    { type: 'article-link', articleId: 'late-fees', anchor: 'sum', children: [text('fees')] },
  ),
  {
    type: 'list',
    ordered: true,
    start: 3,
    tight: true,
    items: [{ children: [paragraph(text('Third'))] }, { children: [paragraph(text('Fourth'))] }],
  },
  {
    type: 'list',
    ordered: false,
    tight: true,
    items: [
      { checked: true, children: [paragraph(text('Paid'))] },
      { checked: false, children: [paragraph(text('Sent'))] },
    ],
  },
  { type: 'quote', children: [paragraph(text('Said somebody'))] },
  ...(['note', 'tip', 'important', 'warning', 'caution'] as const).map(
    (tone): Block => ({ type: 'callout', tone, children: [paragraph(text(`A ${tone}`))] }),
  ),
  { type: 'code', language: 'yaml', text: 'late_fee:\n  sum: 310' },
  {
    type: 'table',
    align: ['none', 'end'],
    head: [[text('Country')], [text('Fee')]],
    rows: [[[text('Denmark')], [text('DKK 310')]]],
  },
  { type: 'divider' },
  {
    type: 'video',
    href: 'https://video.example/1',
    poster: 'https://x.invalid/p.png',
    title: 'A tour',
  },
]

async function drawn(content: RichText) {
  await fetchRarerBlocks(content, english)
  const element = await fixture<WaypostRichText>(
    html`<waypost-rich-text .content=${content}></waypost-rich-text>`,
  )
  const root = element.renderRoot as ShadowRoot
  const one = <Found extends Element = HTMLElement>(selector: string) =>
    root.querySelector<Found>(selector) as Found
  return { element, one, all: (selector: string) => [...root.querySelectorAll(selector)] }
}

describe('waypost-rich-text', () => {
  afterEach(async () => {
    document.documentElement.removeAttribute('style')
    await emulateMedia({ colorScheme: 'light' })
  })

  it('draws every kind of block and inline', async () => {
    const { one, all } = await drawn(everything)
    expect(one('h2').id).to.equal('turn-it-on')
    expect(one('p strong').textContent).to.equal('Settings')
    expect(all('p em, p s, p code, p br')).to.have.length(4)
    expect(one<HTMLOListElement>('ol').start).to.equal(3)
    expect(all('.task .tick').map((tick) => tick.ariaLabel)).to.deep.equal(['Done', 'Not done'])
    expect(all('[role=note]').map((note) => note.getAttribute('aria-label'))).to.deep.equal([
      'Note',
      'Tip',
      'Important',
      'Warning',
      'Caution',
    ])
    expect(one('pre').textContent).to.equal('late_fee:\n  sum: 310')
    expect(one('td.end').textContent).to.equal('DKK 310')
    expect(one<HTMLAnchorElement>('.video').href).to.equal('https://video.example/1')
    expect(all('blockquote, hr')).to.have.length(2)
  })

  it('keeps markup as the words it is', async () => {
    const evil = '<img src=x onerror="alert(1)"><script>alert(1)</script>'
    const { one, all } = await drawn([paragraph(text(evil)), { type: 'code', text: evil }])
    expect(one('p').textContent).to.equal(evil)
    expect(one('pre').textContent).to.equal(evil)
    expect(all('img, script')).to.have.length(0)
  })

  it('makes no link and no picture of an address that could run script', async () => {
    const href = 'javascript:alert(1)'
    const { all, element } = await drawn([
      paragraph(
        { type: 'link', href, children: [text('link')] },
        { type: 'image', src: href, alt: 'picture' },
        { type: 'image', src: picture, alt: ' data' },
      ),
      { type: 'video', href, poster: href, title: 'video' },
    ])
    expect(all('a, img')).to.have.length(0)
    expect(element.renderRoot.textContent?.replace(/\s+/g, ' ')).to.contain('linkpicture data')
  })

  it('opens another site beside the page, and mail and pages of the host in place', async () => {
    const link = (href: string): Inline => ({ type: 'link', href, children: [text(href)] })
    const { all } = await drawn([
      paragraph(link('https://example.com/'), link('mailto:a@b.example'), link('/account')),
    ])
    expect(all('a').map((a) => (a as HTMLAnchorElement).target)).to.deep.equal(['_blank', '', ''])
    expect((all('a')[0] as HTMLAnchorElement).rel).to.equal('noopener noreferrer')
  })

  it('says which article a link leads to, by mouse and by keyboard', async () => {
    const { element, one } = await drawn(everything)
    const followed: (string | undefined)[] = []
    element.addEventListener('waypost-article-followed', (event: ArticleLinkEvent) => {
      followed.push(event.articleId, event.anchor)
    })
    const link = one('[role=link]')
    link.click()
    link.focus()
    await sendKeys({ press: 'Enter' })
    expect(followed).to.deep.equal(['late-fees', 'sum', 'late-fees', 'sum'])
  })

  it('breaks a link to an article into lines like the text around it', async () => {
    const { one } = await drawn(everything)
    expect(getComputedStyle(one('[role=link]')).display).to.equal('inline')
  })

  it('leaves out what is newer than it is', async () => {
    const newer = [{ type: 'hologram' }, paragraph({ type: 'smell' } as never, text('words'))]
    const { element } = await drawn(newer as RichText)
    expect(element.renderRoot.textContent?.trim()).to.equal('words')
  })

  it('goes to a heading', async () => {
    const { element, one } = await drawn(everything)
    expect(element.goTo('turn-it-on')).to.equal(true)
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(one('h2'))
    expect(element.goTo('nowhere')).to.equal(false)
  })

  it('makes no header of the empty corner of a table', async () => {
    const head = [[], [text('Free')]]
    const { element, one } = await drawn([{ type: 'table', align: [], head, rows: [head] }])
    expect(one('thead tr').children[0]?.localName).to.equal('td')
    await expect(element).to.be.accessible()
  })

  it('calls a table after the heading above it, and several there by number', async () => {
    const row = [[text('Words')]]
    const table: Block = { type: 'table', align: [], head: row, rows: [row] }
    const heading = (words: string): Block => ({
      type: 'heading',
      level: 2,
      id: words,
      children: [{ type: 'strong', children: [text(words)] }],
    })
    const again = () => ({ ...table })
    const { element, all } = await drawn([
      again(),
      heading('Fees'),
      again(),
      { type: 'list', ordered: false, tight: true, items: [{ children: [again()] }] },
      heading('Limits'),
      { type: 'quote', children: [again()] },
    ])
    const names = all('.scroll').map((each) => each.getAttribute('aria-label'))
    expect(names).to.deep.equal(['Table', 'Table: Fees', 'Table: Fees (2)', 'Table: Limits'])
    await expect(element).to.be.accessible()
  })

  it('scrolls a wide table alone', async () => {
    const wide = Array.from({ length: 30 }, (_, at) => [text(`Column ${at}`)])
    const { element, one } = await drawn([{ type: 'table', align: [], head: wide, rows: [wide] }])
    element.style.inlineSize = '300px'
    expect(one('.scroll').scrollWidth).to.be.greaterThan(300)
    expect(element.scrollWidth).to.equal(300)
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}`, async () => {
      await emulateMedia({ colorScheme: scheme })
      document.documentElement.style.colorScheme = scheme
      const { element } = await drawn(everything)
      document.body.style.background = 'Canvas'
      await expect(element).to.be.accessible()
    })
  }
})
