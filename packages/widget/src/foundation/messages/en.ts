/**
 * Every word that the widget shows. Say what is, then what to do; no exclamation marks.
 * A name in braces is filled in; a message with forms is chosen by its number `n`.
 */
export const en = {
  'search.label': 'Search help',
  'search.clear': 'Clear',
  'search.searching': 'Searching',
  'search.results': 'Results',
  'search.count': { one: '{n} article', other: '{n} articles' },
  'search.best': { one: 'The best match', other: 'The {n} best matches' },
  'search.showing': 'Showing {words}',
  'search.nothing': 'Nothing about “{words}” yet',
  'search.nothing.hint': 'Try fewer words, or other ones.',
  'search.nothing.hint-ask': 'Try fewer words, or ask us.',
  'search.often': 'Often read',
  'search.ask': 'Ask us about this',
  'search.offline.title': 'You’re offline.',
  'search.offline': 'Search runs by itself when you’re back.',
  'search.failed.title': 'Search didn’t answer.',
  'search.failed': 'The fault is ours, and your words are kept.',
  'search.unreachable': 'Check your connection. Your words are kept.',
  'search.busy': 'Too many searches came at once. Wait a moment, your words are kept.',
  'search.again': 'Try again',
  'text.note': 'Note',
  'text.tip': 'Tip',
  'text.important': 'Important',
  'text.warning': 'Warning',
  'text.caution': 'Caution',
  'text.table': 'Table',
  'text.task-done': 'Done',
  'text.task-open': 'Not done',
  'text.video': 'Video: {title}',
} as const
