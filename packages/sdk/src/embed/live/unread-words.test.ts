import { describe, expect, it } from 'vitest'
import { unreadWords } from './unread-words.js'

describe('what is unread', () => {
  it.each([
    ['en', 1, '1 unread reply'],
    ['en-GB', 2, '2 unread replies'],
    ['sv', 1, '1 oläst svar'],
    ['SV', 5, '5 olästa svar'],
    ['da_DK', 2, '2 ulæste svar'],
    ['no', 1, '1 ulest svar'],
    ['nn', 3, '3 uleste svar'],
    ['uk', 1, '1 непрочитана відповідь'],
    ['uk', 3, '3 непрочитані відповіді'],
    ['uk', 11, '11 непрочитаних відповідей'],
    ['uk', 21, '21 непрочитана відповідь'],
    ['fi', 2, '2 unread replies'],
  ])('in %s: %i', (language, count, words) => {
    expect(unreadWords(language, count)).toBe(words)
  })
})
