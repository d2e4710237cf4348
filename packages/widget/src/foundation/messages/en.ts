import { opening } from './opening.js'

/**
 * The words that the panel opens with; `en-search.ts` has those of the search, `en-pages.ts` all
 * others. Say what is, then what to do; no exclamation marks. A name in braces is filled in; a
 * message with forms is chosen by its number `n`.
 */
export const en = {
  ...opening.en,
  'search.offline.title': 'You’re offline.',
  'search.again': 'Try again',
  'search.course': 'Course: {title} · {minutes} min',
  'search.lesson': 'Lesson: {title} · {minutes} min',
  'panel.title': '{site} help',
  'panel.back': 'Back',
  'panel.requests': 'Requests',
  'panel.learn': 'Learn',
  'panel.ask': 'Ask us',
  'panel.offline': 'This comes by itself when you’re back.',
  'panel.failed.title': 'This didn’t load.',
  'panel.failed': 'The fault is ours. Nothing of yours is lost.',
  'panel.unreachable': 'Check your connection, then try again.',
  'panel.busy': 'Too much came at once. Wait a moment, then try again.',
  'panel.reply-hours': {
    one: 'Usually replies within {n} hour',
    other: 'Usually replies within {n} hours',
  },
  'panel.reply-days': {
    one: 'Usually replies within {n} day',
    other: 'Usually replies within {n} days',
  },
  'home.page': 'About this page',
  'home.browse': 'Good to know',
  'home.all': 'See all',
  'home.team': 'Ask the team',
  'home.person': 'A person reads it and replies',
  'requests.title': 'Your requests',
  'requests.status.with-us': 'With us',
  'requests.status.waiting': 'Waiting for you',
  'requests.status.reply': 'Reply for you',
} as const
