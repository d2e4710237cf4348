/** The words of the list of requests, and of what a single one has in common with it. */
export const enRequests = {
  'requests.under-way': 'Under way',
  'requests.done': 'Solved',
  'requests.status.solved': 'Solved',
  'requests.status.closed': 'Closed',
  'requests.updated': 'Updated {when}',
  'requests.unread': { one: '{n} unread reply', other: '{n} unread replies' },
  'requests.none': 'Nothing under way',
  'requests.none.hint': 'When you ask us something, you can follow it here from first to last.',
  'requests.ask': 'Ask us',
  'requests.more': 'Show more',
  'requests.loading': 'Fetching your requests',
  'requests.missing.title': 'This request can’t be shown.',
  'requests.offline': 'What is new comes by itself when you’re back.',
  'requests.expired.title': 'Your session has ended.',
  'requests.expired': 'Sign in again on this page to see your requests.',
  'requests.missing': 'It may be gone, or belong to somebody else.',
} as const
