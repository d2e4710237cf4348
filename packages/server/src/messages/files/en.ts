/** Files that go along with a question or a reply, and those that came. */
export const enFiles = {
  'upload.label': 'Pictures or files',
  'upload.limit': 'Up to {size} a file, {n} in all.',
  'upload.too-many': {
    one: 'No more than {n} file goes along.',
    other: 'No more than {n} files go along.',
  },
  'upload.full': 'There is no room for files just now.',
  'upload.failed': 'It didn’t arrive. The fault is ours.',
  'upload.gone': 'It is no longer here. Add it again.',
  'upload.open': 'Open {name}, {size}',
  'upload.keep': 'These go along. Untick what is to stay.',
  'upload.why.large': 'This is too large. The most is {limit}.',
  'upload.why.again': 'Choose it once more: a browser doesn’t keep it.',
  'upload.picture': 'Picture {name}',
} as const
