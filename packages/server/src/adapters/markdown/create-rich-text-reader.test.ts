import { type Block, type Inline, isWaypostError, type RichText } from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { createRichTextReader } from './create-rich-text-reader.js'

const reader = createRichTextReader()
const read = (markdown: string): RichText => reader.fromMarkdown(markdown).body
const text = (words: string): Inline => ({ type: 'text', text: words })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

const nestedList = (levels: number) =>
  Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}* a\n`).join('')

/** The one error code of the field, or `read` where nothing was thrown. */
function refusalOf(markdown: string): string {
  try {
    read(markdown)
    return 'read'
  } catch (error) {
    if (!isWaypostError(error, 'invalid_input')) throw error
    return `${error.errors[0]?.path}: ${error.errors[0]?.code}`
  }
}

describe('blocks', () => {
  it('gives every heading an id of its own in the letters of its language', () => {
    const ids = read('# Як *платити*?\n\n## Refunds\n\n## Refunds\n\n## Refunds 2\n\n## ?').map(
      (block) => block.type === 'heading' && block.id,
    )
    expect(ids).toEqual(['як-платити', 'refunds', 'refunds-2', 'refunds-2-2', 'section'])
  })

  it('tells tight lists from loose ones and keeps where a list starts', () => {
    expect(read('3. a\n4. b')).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 3,
        tight: true,
        items: [{ children: [paragraph(text('a'))] }, { children: [paragraph(text('b'))] }],
      },
    ])
    expect(read('- a\n\n- b')[0]).toMatchObject({ ordered: false, tight: false })
  })

  it('reads tasks, and only what is one', () => {
    const [list] = read('- [ ] a\n- [X] *b*\n- [x](https://a.example)\n- \\[x] c\n- [x]')
    expect(list?.type === 'list' && list.items.map((item) => item.checked)).toEqual([
      false,
      true,
      undefined,
      undefined,
      undefined,
    ])
    expect(list?.type === 'list' && list.items[1]?.children).toEqual([
      paragraph({ type: 'emphasis', children: [text('b')] }),
    ])
  })

  it('reads callouts as GitHub writes them, and leaves other quotes alone', () => {
    expect(read('> [!TIP]\n> Ask **us**.')).toEqual([
      {
        type: 'callout',
        tone: 'tip',
        children: [paragraph(text('Ask '), { type: 'strong', children: [text('us')] }, text('.'))],
      },
    ])
    expect(read('> [!warning]\n>\n> - a')[0]).toMatchObject({
      type: 'callout',
      tone: 'warning',
      children: [{ type: 'list' }],
    })
    for (const quote of ['> [!OTHER]\n> a', '> [!TIP] a', '> \\[!TIP]\n> a', '> a\n> [!TIP]']) {
      expect(read(quote)[0]?.type).toBe('quote')
    }
  })

  it('reads code with its language', () => {
    expect(read('``` c\\+\\+ linenos\na\n\n b\n```')).toEqual([
      { type: 'code', language: 'c++', text: 'a\n\n b' },
    ])
    expect(read('    a')).toEqual([{ type: 'code', text: 'a' }])
  })

  it('reads tables with their alignment in reading direction', () => {
    expect(read('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | | `x` |')).toEqual([
      {
        type: 'table',
        align: ['start', 'center', 'end', 'none'],
        head: [[text('a')], [text('b')], [text('c')], [text('d')]],
        rows: [[[text('1')], [], [{ type: 'code', text: 'x' }], []]],
      },
    ])
  })

  it('makes a video of a picture that links to one and stands alone', () => {
    const video = (href: string) => read(`[![Send it](https://a.example/p.jpg)](${href})`)[0]?.type
    expect(read('[![Send it](https://a.example/p.jpg)](https://a.example/send.mp4?x=1)')).toEqual([
      {
        type: 'video',
        href: 'https://a.example/send.mp4?x=1',
        poster: 'https://a.example/p.jpg',
        title: 'Send it',
      },
    ])
    expect(video('https://www.youtube.com/watch?v=abc')).toBe('video')
    expect(video('https://youtu.be/abc')).toBe('video')
    expect(video('https://vimeo.com/123456')).toBe('video')
    expect(video('https://www.youtube.com/@tidemark')).toBe('paragraph')
    expect(video('https://a.example/send.pdf')).toBe('paragraph')
    expect(read('See [![Send it](/p.jpg)](https://a.example/send.mp4)')[0]?.type).toBe('paragraph')
  })

  it('leaves raw HTML as the text that it is', () => {
    expect(read('<b onclick="x">hi</b>')).toEqual([paragraph(text('<b onclick="x">hi</b>'))])
  })
})

describe('links', () => {
  const first = (markdown: string) => {
    const [block] = read(markdown)
    return block?.type === 'paragraph' ? block.children[0] : block
  }

  it('leads to articles by ids in any words', () => {
    expect(first('[a](article:payouts#when)')).toEqual({
      type: 'article-link',
      articleId: 'payouts',
      anchor: 'when',
      children: [text('a')],
    })
    expect(first('[a](<article:Pay outs/é: 100%>)')).toMatchObject({
      articleId: 'Pay outs/é: 100%',
    })
    expect(first('[a](article:a%23b%20c//d#r%C3%A5d)')).toMatchObject({
      articleId: 'a#b c//d',
      anchor: 'råd',
    })
    expect(first('[a](article:)')).toEqual(text('a'))
  })

  it('keeps the words of a link that may not be made, and says so', () => {
    const { body, refused } = reader.fromMarkdown(
      'a\n[b](javascript:alert(1)) [c](//evil.example) [d](payouts.md)\n![e](data:image/png,x)',
    )
    expect(body).toEqual([paragraph(text('a\nb c d\ne'))])
    expect(refused).toEqual([
      { address: 'javascript:alert(1)', line: 2 },
      { address: '//evil.example', line: 2 },
      { address: 'payouts.md', line: 2 },
      { address: 'data:image/png,x', line: 3 },
    ])
  })

  it('recognises addresses as people write them', () => {
    expect(first('www.tidemark.com/a')).toMatchObject({
      href: 'https://www.tidemark.com/a',
    })
    expect(first('help@tidemark.example')).toMatchObject({ href: 'mailto:help@tidemark.example' })
    expect(first('http://tidemark.example')).toMatchObject({ href: 'http://tidemark.example' })
    expect(first('tidemark.se')).toMatchObject({ href: 'https://tidemark.se' })
    for (const words of ['README.md', 'backup.zip', 'ftp://a.example', '//evil.example']) {
      expect(first(words)).toEqual(text(words))
    }
  })

  it('reports links and pictures with their line', () => {
    const { references, images } = reader.fromMarkdown(
      '# [a](article:one)\n\nb\n*c [d](article:two#z)* [e](#a)\n\n| x |\n|---|\n| y |\n| ![p](/p.png) |\n\n- > [z](article:three)',
    )
    expect(references).toEqual([
      { articleId: 'one', line: 1 },
      { articleId: 'two', anchor: 'z', line: 4 },
      { anchor: 'a', line: 4 },
      { articleId: 'three', line: 11 },
    ])
    expect(images).toEqual([{ src: '/p.png', alt: 'p', line: 9 }])
  })

  it('asks where pictures without a scheme are', () => {
    const { body } = reader.fromMarkdown('![a *b*](p.png "t")', {
      resolveImage: (src) => `/content/en/${src}`,
    })
    expect(body).toEqual([
      paragraph({ type: 'image', src: '/content/en/p.png', alt: 'a b', title: 't' }),
    ])
  })
})

describe('caps', () => {
  it('refuses what is too long or too complex, and names the field', () => {
    expect(refusalOf('å'.repeat(131_073))).toBe('message: too_long')
    expect(refusalOf('å'.repeat(131_072))).toBe('read')
    expect(refusalOf(`${'> '.repeat(18)}a`)).toBe('read')
    expect(refusalOf(`${'> '.repeat(19)}a`)).toBe('message: too_complex')
    expect(refusalOf(nestedList(18))).toBe('read')
    expect(refusalOf(nestedList(19))).toBe('message: too_complex')
    expect(refusalOf('a\n\n'.repeat(2_501))).toBe('message: too_complex')
    expect(refusalOf('a\n'.repeat(6_000))).toBe('read')
    expect(refusalOf(`|a|\n|-|\n${'|b|\n'.repeat(2_000)}`)).toBe('message: too_complex')
    expect(refusalOf(`[a](https://a.example/${'b'.repeat(2_048)})`)).toBe('message: too_long')
    expect(refusalOf(`${'!['.repeat(40_000)}a${'](b)'.repeat(40_000)}`)).not.toBe('')
    expect(() => reader.fromMarkdown('a'.repeat(300_000), { field: 'body' })).toThrowError(
      expect.objectContaining({ errors: [{ path: 'body', code: 'too_long' }] }),
    )
  })

  it('leaves a recognised address that is too long as the text that it is', () => {
    const long = `https://a.example/${'b'.repeat(2_048)}`
    expect(read(long)).toEqual([paragraph(text(long))])
    expect(reader.fromPlainText(long)).toEqual([paragraph(text(long))])
  })
})

describe('plain text', () => {
  it('keeps paragraphs and line breaks, and makes nothing else of marks', () => {
    expect(reader.fromPlainText('\r\n**Hi**\r\n<b>you</b>\n \n# 1. x\n\n\n')).toEqual([
      paragraph(text('**Hi**'), { type: 'break' }, text('<b>you</b>')),
      paragraph(text('# 1. x')),
    ])
    expect(reader.fromPlainText('')).toEqual([])
  })

  it('makes links of addresses and e-mail alone', () => {
    expect(reader.fromPlainText('See https://a.example/å. Or me@a.example')).toEqual([
      paragraph(
        text('See '),
        { type: 'link', href: 'https://a.example/%C3%A5', children: [text('https://a.example/å')] },
        text('. Or '),
        { type: 'link', href: 'mailto:me@a.example', children: [text('me@a.example')] },
      ),
    ])
    expect(reader.fromPlainText('javascript:alert(1) data:text/html,x //evil.example')).toEqual([
      paragraph(text('javascript:alert(1) data:text/html,x //evil.example')),
    ])
  })

  it('refuses more than a message may hold', () => {
    expect(() => reader.fromPlainText('a'.repeat(10_001), { field: 'text' })).toThrowError(
      expect.objectContaining({ errors: [{ path: 'text', code: 'too_long' }] }),
    )
  })
})
