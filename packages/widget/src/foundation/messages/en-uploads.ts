/**
 * The words of files that go along with a question or a reply, and of those that came. Every language
 * has a file of them of its own.
 */
export const enUploads = {
  'upload.label': 'Pictures or files',
  'upload.add': 'Add, drop or paste a file',
  'upload.add.touch': 'Add a file',
  'upload.camera': 'Take a picture',
  'upload.drop': 'Let go to add it',
  'upload.limit': 'Up to {size} a file, {n} in all.',
  'upload.screenshot': 'Screenshot {time}',
  'upload.progress': 'Adding {name}',
  'upload.starting': '{name} is being added',
  'upload.added': 'Added',
  'upload.added.said': '{name} was added, {size}',
  'upload.removed': '{name} was removed',
  'upload.failed.said': '{name} is not added yet. {why}',
  'upload.stop': 'Stop {name}',
  'upload.remove': 'Remove {name}',
  'upload.again': 'Try again',
  'upload.again.name': 'Try {name} again',
  'upload.waits': 'Goes on by itself when you’re back',
  'upload.waits.busy': 'Goes on by itself in a moment',
  'upload.queued': 'Next',
  'upload.too-large': '{size} is too large. The most is {limit}.',
  'upload.too-many': {
    one: 'No more than {n} file goes along.',
    other: 'No more than {n} files go along.',
  },
  'upload.empty': 'There is nothing in this file.',
  'upload.folder': 'A folder can’t go along. Add the files in it.',
  'upload.full': 'There is no room for files just now.',
  'upload.expired': 'Your session has ended. Sign in again, then add it.',
  'upload.gone': 'It is no longer here. Add it again.',
  'upload.failed': 'It didn’t arrive. The fault is ours.',
  'upload.open': 'Open {name}, {size}',
  'upload.lost': 'This file can’t be opened now. Try again.',
} as const
