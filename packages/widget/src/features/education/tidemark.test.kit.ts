import type { Education, Lesson, RichText } from '@waypost/sdk/contract'
import type { MarkedQuestion } from '@waypost/sdk/education'

export const words = (text: string): RichText => [
  { type: 'paragraph', children: [{ type: 'text', text }] },
]

const shown = { version: 1, when: null, priority: 0 }
const task = {
  ...{ body: null, minutes: 3, doneBy: {}, action: null, tour: null, skippable: true },
}
const course = {
  ...{ ...shown, kind: 'course' as const, locale: 'en', icon: null },
  ...{ url: '/help/en/courses/x', requires: [], inOrder: false, next: null },
}

/** What Tidemark teaches. */
export const tidemark: Education = {
  locale: 'en',
  tours: [
    {
      ...{ ...shown, kind: 'tour', id: 'bank-page', title: 'The new bank page', auto: false },
      ...{ frequency: {}, minutes: 2, next: null },
      steps: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
        ...{ id, title: id, body: [], anchor: null, placement: 'auto' as const },
        ...{ page: null, advance: null, article: null },
      })),
    },
  ],
  tips: [],
  checklists: [
    {
      ...{ ...shown, kind: 'checklist', id: 'get-set-up', title: 'Get set up' },
      summary: 'Then Tidemark does the rest.',
      tasks: [
        { ...task, id: 'company', title: 'Add your company' },
        { ...task, id: 'looks', title: 'Choose how invoices look' },
        { ...task, id: 'invoice', title: 'Send your first invoice' },
        {
          ...{ ...task, id: 'bank', title: 'Connect your bank', minutes: 4, tour: 'bank-page' },
          body: words('Payments then match invoices by themselves. You need your bank’s sign-in.'),
          action: { label: 'Connect', url: '/bank' },
        },
        {
          ...{ ...task, id: 'reminders', title: 'Turn on reminders', doneBy: { hand: true } },
          body: words('Customers get a kind nudge three days late.'),
        },
      ],
      finished: {
        text: 'You are set up. Invoices look after themselves now.',
        action: { label: 'See your invoices', url: '/invoices' },
      },
    },
  ],
  courses: [
    {
      ...{ ...course, id: 'get-paid', title: 'Get paid on time', inOrder: true },
      summary: 'Terms, reminders and late fees, in the order you meet them.',
      next: { label: 'See the two invoices', url: '/invoices' },
      lessons: [
        { id: 'get-paid/terms', title: 'Terms that work', minutes: 4, questions: 0 },
        { id: 'get-paid/invoice', title: 'What to write on an invoice', minutes: 6, questions: 3 },
        {
          id: 'get-paid/reminders',
          title: 'Reminders without awkwardness',
          minutes: 6,
          questions: 5,
        },
        { id: 'get-paid/fees', title: 'Late fees and interest', minutes: 5, questions: 0 },
        { id: 'get-paid/refused', title: 'When somebody won’t pay', minutes: 8, questions: 0 },
        { id: 'get-paid/check', title: 'Check what you know', minutes: 5, questions: 0 },
      ],
    },
    {
      ...{ ...course, id: 'vat', title: 'Your first VAT return', summary: null },
      lessons: [
        { id: 'vat/which', title: 'Which VAT goes where', minutes: 12, questions: 0 },
        { id: 'vat/send', title: 'Send it and sleep', minutes: 19, questions: 0 },
      ],
    },
    {
      ...{ ...course, id: 'quotes', title: 'Quotes that win', summary: null },
      lessons: [{ id: 'quotes/one', title: 'One quote', minutes: 9, questions: 0 }],
    },
    {
      ...{ ...course, id: 'abroad', title: 'Invoices abroad', summary: null, requires: ['vat'] },
      lessons: [{ id: 'abroad/one', title: 'Another VAT', minutes: 7, questions: 0 }],
    },
  ],
}

type Kept = MarkedQuestion & { id: string; text: string; unit?: string; why: string }
const option = (id: string, text: string, right = false) => ({ id, text, right })

/** With what is right, which only the server has. */
export const questions: readonly Kept[] = [
  {
    ...{ id: 'first', kind: 'one', why: 'A friendly reminder first brings in four of five.' },
    text: 'An invoice was due three days ago. What do you send first?',
    options: [
      option('kind', 'A short, friendly reminder with a new date', true),
      option('fee', 'A late fee'),
      option('wait', 'Nothing, wait for ten days'),
    ],
  },
  {
    ...{ id: 'says', kind: 'several', why: 'What to pay, when and how: no more.' },
    text: 'What should every reminder say?',
    options: [
      option('sum', 'The invoice number and the sum', true),
      option('date', 'A new date to pay by', true),
      option('sad', 'How disappointed you are'),
      option('way', 'One clear way to pay', true),
    ],
  },
  {
    ...{ id: 'order', kind: 'ordering', why: 'Each is a little firmer.' },
    text: 'In which order do they go?',
    options: [
      option('reminder', 'A reminder'),
      option('call', 'A call'),
      option('claim', 'A claim'),
    ],
  },
  {
    ...{ id: 'word', kind: 'text', why: 'It is what the law calls it.' },
    text: 'What is the fee for paying late called?',
    accept: ['late fee', 'reminder fee'],
  },
  {
    ...{ id: 'days', kind: 'number', why: 'The law says thirty.', unit: 'days' },
    text: 'After how many days is interest due?',
    ...{ answer: 30, tolerance: 0 },
  },
]

const heading = (id: string, text: string): RichText[number] => ({
  ...{ type: 'heading', level: 2, id },
  children: [{ type: 'text', text }],
})

/** A lesson as the server gives it to a reader. */
export function lessonOf(id: string): Lesson | undefined {
  const owner = tidemark.courses.find(({ lessons }) => lessons.some((one) => one.id === id))
  const summary = owner?.lessons.find((one) => one.id === id)
  if (!owner || !summary) return undefined
  return {
    ...summary,
    ...{ courseId: owner.id, locale: 'en', video: null, quiz: null },
    body: [
      ...words(
        'Most late payments are forgotten, not refused. A short note three days after the due date brings in four of five.',
      ),
      heading('rules', 'Three rules'),
      {
        type: 'list',
        ordered: true,
        tight: true,
        items: [
          'Say the number, the sum and the new date.',
          'Assume good faith: “It may have slipped by.”',
          'Offer one way to pay, as a button.',
        ].map((text) => ({ children: words(text) })),
      },
    ],
    ...(id === 'get-paid/reminders' && {
      quiz: {
        passMark: 0.6,
        questions: questions.map(({ id, text, ...question }) => {
          const { kind } = question
          if (kind === 'number') return { id, text, kind, unit: question.unit ?? null }
          if (kind === 'text') return { id, text, kind }
          const options = question.options as readonly { id: string; text: string }[]
          const plain = options.map(({ id, text }) => ({ id, text }))
          return { id, text, kind, options: kind === 'ordering' ? plain.reverse() : plain }
        }),
      },
      video: {
        ...{ url: '/files/reminders.mp4', type: 'video/mp4', poster: null, seconds: 100 },
        captions: [{ locale: 'en', label: 'English', url: '/files/reminders.en.vtt' }],
        chapters: [
          { seconds: 0, title: 'Why they forget' },
          { seconds: 42, title: 'What to write' },
        ],
        transcript: words('Most late payments are forgotten.'),
      },
    }),
  }
}
