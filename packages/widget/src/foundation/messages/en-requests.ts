/** The words of the list of requests. */
export const enRequests = {
  'requests.whose': 'Whose requests',
  'requests.mine': 'Mine',
  'requests.under-way': 'Under way',
  'requests.done': 'Solved',
  'requests.updated': 'Updated {when}',
  'requests.unread': { one: '{n} unread reply', other: '{n} unread replies' },
  'requests.none': 'Nothing under way',
  'requests.none.hint': 'When you ask us something, you can follow it here from first to last.',
  'requests.ask': 'Ask us',
  'requests.more': 'Show more',
  'requests.loading': 'Fetching your requests',
} as const
