import { en } from '../packages/widget/src/foundation/messages/en.js'
import { enEducation } from '../packages/widget/src/foundation/messages/en-education.js'
import { enFormMore } from '../packages/widget/src/foundation/messages/en-form-more.js'
import { enPages } from '../packages/widget/src/foundation/messages/en-pages.js'
import { enTour } from '../packages/widget/src/foundation/messages/en-tour.js'
import { enUploads } from '../packages/widget/src/foundation/messages/en-uploads.js'

/** Where each group of messages is read, by the first part of its keys. */
const groups: Readonly<Record<string, string>> = {
  panel: 'Panel',
  home: 'Home',
  search: 'Search',
  article: 'Articles',
  text: 'Formatted text',
  form: 'Form',
  answer: 'What a site asks in its form',
  upload: 'Files',
  tour: 'Tours on the page of the host',
  tip: 'Tips on the page of the host',
  unsent: 'What was sent and has not gone',
  requests: 'Requests',
  ticket: 'Conversation',
  carried: 'What a reply carries',
  notices: 'An answer, told outside of the page',
  learn: 'Learn',
  checklist: 'Checklists',
  course: 'Courses',
  lesson: 'Lessons',
  quiz: 'Quizzes',
}

const INTRODUCTION = `# Messages

Every message of the panel, with its English text. Any of them may be said in your words, in any
language: [how](theming.md#words). A name in braces is filled in; you may leave it out, and name no
other. \`{n}\` is a number: a message with several texts takes the one for that number, by the
[plural forms](https://cldr.unicode.org/index/cldr-spec/plural-rules) of the language, \`other\` where
there is none.

The word on the launcher is the option \`label\`.
`

/** The text of \`docs/messages.md\`. */
export function messagesDoc(): string {
  const messages = Object.entries({
    ...en,
    ...enPages,
    ...enFormMore,
    ...enUploads,
    ...enEducation,
    ...enTour,
  })
  const known = Object.keys(groups)
  const lost = messages.filter(([key]) => !known.includes(groupOf(key))).map(([key]) => key)
  if (lost.length > 0) throw new Error(`Add a group to messages-doc.ts for ${lost.join(', ')}`)
  const sections = Object.entries(groups).map(([group, title]) => {
    const rows = messages
      .filter(([key]) => groupOf(key) === group)
      .map(([key, message]) => [`\`${key}\``, textOf(message)] as const)
    return `## ${title}\n\n${table([['key', 'English'], ...rows])}`
  })
  return [INTRODUCTION, ...sections].join('\n')
}

const groupOf = (key: string): string => key.split('.')[0] ?? ''

const textOf = (message: string | Readonly<Record<string, string>>): string =>
  typeof message === 'string'
    ? message
    : Object.entries(message)
        .map(([form, text]) => `${form}: ${text}`)
        .join(' · ')

/** As the formatter writes it: every column as wide as its widest cell. */
function table([head = ['', ''], ...rows]: readonly (readonly [string, string])[]): string {
  const all = [head, ...rows]
  const [first, second] = [0, 1].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  const line = ([key, text]: readonly [string, string], fill = ' ') =>
    `| ${key.padEnd(first ?? 0, fill)} | ${text.padEnd(second ?? 0, fill)} |\n`
  return [line(head), line(['', ''], '-'), ...rows.map((row) => line(row))].join('')
}
