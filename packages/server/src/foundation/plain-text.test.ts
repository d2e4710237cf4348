import type { Inline, RichText } from '@waypost/sdk/contract'
import { expect, it } from 'vitest'
import { PICTURE, plainTextOf } from './plain-text.js'

const text = (words: string): Inline => ({ type: 'text', text: words })
const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words)] }) as const

it('keeps the words of every block and inline', () => {
  const body: RichText = [
    { type: 'heading', level: 1, id: 'a', children: [text('Title')] },
    {
      type: 'paragraph',
      children: [
        text('one\ntwo '),
        { type: 'strong', children: [text('bold')] },
        { type: 'break' },
        { type: 'image', src: '/a.png', alt: 'a picture' },
        { type: 'article-link', articleId: 'x', children: [text(' link')] },
      ],
    },
    { type: 'divider' },
    {
      type: 'list',
      ordered: false,
      tight: true,
      items: [{ children: [paragraph('first')] }, { children: [paragraph('second')] }],
    },
    { type: 'callout', tone: 'tip', children: [paragraph('tip')] },
    { type: 'code', text: 'a\n  b' },
    {
      type: 'table',
      align: ['none', 'none'],
      head: [[text('h1')], [text('h2')]],
      rows: [[[text('c1')], [text('c2')]]],
    },
    { type: 'video', href: 'https://a.example/a.mp4', poster: '/p.png', title: 'Film' },
  ]
  expect(plainTextOf(body)).toBe(
    'Title\n\none two bold\na picture link\n\nfirst\nsecond\n\ntip\n\na\n  b\n\nh1\th2\nc1\tc2\n\n\uFFFCFilm',
  )
})

it('tells the description of a picture from what was written to be read', () => {
  const image = { type: 'image', src: '/a.png', alt: 'The window' } as const
  const link = { type: 'link', href: 'https://a.example', children: [image] } as const
  const alone: RichText = [{ type: 'paragraph', children: [text(' '), link] }]
  expect(plainTextOf(alone)).toBe(`${PICTURE}The window`)
  expect(plainTextOf([{ type: 'paragraph', children: [text('Open '), image] }])).toBe(
    'Open The window',
  )
})
