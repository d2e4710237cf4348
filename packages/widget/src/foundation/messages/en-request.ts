/** What list and conversation say alike of a request. */
export const enRequest = {
  'requests.status.solved': 'Solved',
  'requests.status.closed': 'Closed',
  'requests.missing.title': 'This request can’t be shown.',
  'requests.missing': 'It may be gone, or belong to somebody else.',
  'requests.offline': 'What is new comes by itself when you’re back.',
  'requests.expired.title': 'Your session has ended.',
  'requests.expired': 'Sign in again on this page to see your requests.',
} as const
