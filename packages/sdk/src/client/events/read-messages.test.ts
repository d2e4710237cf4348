import { describe, expect, it } from 'vitest'
import { readMessages } from './read-messages.js'

/** What is heard of pieces, each thing in a line. */
function heard(...pieces: string[]): string[] {
  const lines: string[] = []
  const take = readMessages({
    onMessage: ({ kind, data }) => lines.push(`${kind} ${data}`),
    onId: (id) => lines.push(`#${id}`),
    onRetry: (milliseconds) => lines.push(`${milliseconds} ms`),
  })
  pieces.forEach(take)
  return lines
}

const stream = [
  'retry: 3000',
  ': hello',
  '',
  'id: 7',
  'event: ticket.replied',
  'data: {"ticketId":',
  'data:"tic_1"}',
  '',
  ':',
  'id: 9',
  '',
  'data: å',
  '',
  '',
]
const told = ['3000 ms', '#7', 'ticket.replied {"ticketId":\n"tic_1"}', '#9', 'message å']

describe('a stream', () => {
  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('is read with lines that end in %s, wherever it is cut', (_, end) => {
    const text = stream.join(end)
    expect(heard(text)).toEqual(told)
    expect(heard(...text)).toEqual(told)
    for (let at = 0; at <= text.length; at++) {
      expect(heard(text.slice(0, at), '', text.slice(at))).toEqual(told)
    }
  })

  it('tells nothing that has not come whole', () => {
    expect(heard('id: 7\nevent: ticket.read\ndata: {}\n')).toEqual([])
  })

  it('remembers a number before the message that bears it, and none with a zero in it', () => {
    expect(heard('data: 1\nid: 5\n\n', 'id: 6\0\ndata: 2\n\n')).toEqual([
      '#5',
      'message 1',
      'message 2',
    ])
  })

  it('passes over fields that it does not know, and times that are none', () => {
    expect(heard('more: x\nretry: soon\nretry\ndata\n\ndata:  two\n\n')).toEqual([
      'message ',
      'message  two',
    ])
  })
})
