import type { Block, RichText } from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { renderRichText } from './rich-text-html.js'
import type { RichTextHtmlOptions } from './rich-text-html-options.js'

const options: RichTextHtmlOptions = {
  words: {
    callouts: {
      note: 'Note',
      tip: 'Tip',
      important: 'Important',
      warning: 'Warning',
      caution: 'Caution',
    },
    table: 'Table',
    video: 'Video',
    done: 'Done',
    notDone: 'To do',
  },
  articleUrl: (id, anchor) =>
    id === 'known' ? `/help/known${anchor ? `#${anchor}` : ''}` : undefined,
}

const draw = (body: RichText, more: Partial<RichTextHtmlOptions> = {}) =>
  String(renderRichText(body, { ...options, ...more }))

const words: Block = { type: 'paragraph', children: [{ type: 'text', text: '<hi>' }] }

describe('renderRichText', () => {
  it('escapes what people wrote', () => {
    expect(draw([words])).toBe('<p class="wp-paragraph">&lt;hi&gt;</p>')
  })

  it('sets headings below the page title and keeps their ids clear of the page', () => {
    const heading: Block = { type: 'heading', level: 2, id: 'a', children: [] }
    expect(draw([heading], { headingOffset: 1, idPrefix: 'article-' })).toBe(
      '<h3 class="wp-heading" id="article-a"></h3>',
    )
    expect(draw([{ ...heading, level: 6 }], { headingOffset: 3 })).toContain('<h6')
    const link: Block = {
      type: 'paragraph',
      children: [{ type: 'link', href: '#a', children: [] }],
    }
    expect(draw([link], { idPrefix: 'article-' })).toContain('href="#article-a"')
  })

  it('puts a named link to a section beside its heading, where the page wants one', () => {
    const heading: Block = {
      type: 'heading',
      level: 2,
      id: 'a',
      children: [{ type: 'code', text: '<A>' }],
    }
    const sectionLink = (title: string) => `Link to ${title}`
    expect(draw([heading], { sectionLink })).toBe(
      '<div class="wp-section"><h2 class="wp-heading" id="a"><code class="wp-inline-code">&lt;A&gt;</code></h2>' +
        '<a class="wp-section-link" href="#a" aria-label="Link to &lt;A&gt;">#</a></div>',
    )
  })

  it('links to articles that there are, and leaves the words of others', () => {
    const to = (articleId: string): Block => ({
      type: 'paragraph',
      children: [
        { type: 'article-link', articleId, anchor: 'x', children: [{ type: 'text', text: 'go' }] },
      ],
    })
    expect(draw([to('known')])).toContain('<a class="wp-link" href="/help/known#x">go</a>')
    expect(draw([to('lost')])).toBe('<p class="wp-paragraph">go</p>')
  })

  it('draws no link and no image whose address is not safe, wherever the tree came from', () => {
    const body: RichText = [
      {
        type: 'paragraph',
        children: [
          { type: 'link', href: 'javascript:alert(1)', children: [{ type: 'text', text: 'a' }] },
          { type: 'image', src: 'data:image/svg+xml,x', alt: 'b' },
        ],
      },
      { type: 'video', href: 'javascript:alert(1)', poster: '//evil.example/p', title: 'c' },
    ]
    expect(draw(body)).not.toMatch(/href|src/)
  })

  it('keeps room for a picture whose size is known, and fetches the first at once', () => {
    const picture = (src: string): Block => ({
      type: 'paragraph',
      children: [{ type: 'image', src, alt: '' }],
    })
    const known = (src: string) =>
      src === '/a.png' ? { width: 640, height: 480, isFirst: true } : undefined
    expect(draw([picture('/a.png'), picture('/b.png')], { picture: known })).toBe(
      '<p class="wp-paragraph"><img class="wp-image" src="/a.png" alt="" width="640" height="480"></p>' +
        '<p class="wp-paragraph"><img class="wp-image" src="/b.png" alt="" loading="lazy"></p>',
    )
  })

  it('makes paths whole for mail', () => {
    const body: RichText = [
      { type: 'paragraph', children: [{ type: 'image', src: '/content/a.png', alt: 'a' }] },
    ]
    expect(draw(body, { siteUrl: (path) => `https://help.example${path}` })).toContain(
      'src="https://help.example/content/a.png"',
    )
  })

  it('draws tight lists without paragraphs and says whether a task is done', () => {
    const list: Block = {
      type: 'list',
      ordered: true,
      start: 3,
      tight: true,
      items: [{ children: [words] }, { checked: true, children: [words] }],
    }
    expect(draw([list])).toBe(
      '<ol class="wp-list" start="3"><li>&lt;hi&gt;</li><li class="wp-task">' +
        '<span class="wp-task-mark" role="img" aria-label="Done">☑</span> &lt;hi&gt;</li></ol>',
    )
  })

  it('names callouts, tables and videos for those who hear the page', () => {
    const body: RichText = [
      { type: 'callout', tone: 'tip', children: [words] },
      { type: 'table', align: ['end'], head: [[{ type: 'text', text: 'Sum' }]], rows: [[[]]] },
      { type: 'video', href: 'https://a.example/a.mp4', poster: '/p.png', title: 'How to pay' },
    ]
    const drawn = draw(body)
    expect(drawn).toContain(
      '<aside class="wp-callout wp-callout-tip" role="note" aria-label="Tip">',
    )
    expect(drawn).toContain('role="group" tabindex="0" aria-label="Table"')
    expect(drawn).toContain('<th scope="col" class="wp-align-end">Sum</th>')
    expect(drawn).toContain('Video: How to pay')
  })

  it('makes no header of the empty corner of a table', () => {
    const head = [[], [{ type: 'text' as const, text: 'Free' }]]
    expect(draw([{ type: 'table', align: [], head, rows: [] }])).toContain(
      '<thead><tr><td></td><th scope="col">Free</th></tr></thead>',
    )
  })
})
