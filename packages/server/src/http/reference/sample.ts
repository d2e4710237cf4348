import { nameIn, type OpenApi, type Schema, schemaNamed } from './open-api.js'

const TIP = {
  title: { en: 'When it is due', sv: 'När den förfaller' },
  anchor: { testId: 'due' },
  body: { en: '**Ten days** are usual.', sv: '**Tio dagar** är vanligt.' },
}

/** Values that say more than `"string"`, by `<schema>.<field>` or by field. */
const values: Readonly<Record<string, unknown>> = {
  accent: '#0b7a75',
  accessToken: 'wpt_…',
  accessTokens: ['wpt_…'],
  alt: 'What it shows',
  anchor: 'the-schedule',
  articleCount: 6,
  articleId: 'when-payouts-arrive',
  assigneeId: 'agt_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  chosenShare: 0.62,
  code: 'invalid_input',
  day: '2026-11-21',
  collection: 'payments',
  didYouMean: null,
  email: 'robin@example.com',
  excerpt: [
    { text: 'Card ', match: false },
    { text: 'payouts', match: true },
    { text: ' reach your bank two working days later.', match: false },
  ],
  fields: { plan: 'pro' },
  font: null,
  helpful: true,
  id: 'when-payouts-arrive',
  identityToken: 'eyJ…',
  locale: 'en',
  locales: [{ tag: 'en', name: 'English', direction: 'ltr' }],
  logo: null,
  meanPosition: 1.4,
  message: 'It has been three days. Where is it?',
  name: 'Robin',
  nextCursor: null,
  openapi: '3.1.0',
  path: 'subject',
  q: 'late payout',
  radius: null,
  reference: 'WP-1042',
  replyHours: 4,
  requesterId: 'cus_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  role: 'agent',
  score: 12.4,
  searchId: 'sea_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  slug: 'when-payouts-arrive',
  solvedAt: null,
  status: 'open',
  subject: 'My payout is late',
  summary: 'How long card payments take, and what can hold them up.',
  text: 'It is on its way.',
  title: 'When a payout reaches your bank',
  token: 'wps_…',
  translations: [],
  url: 'https://help.example.com/help/en/articles/when-payouts-arrive',
  version: 2,
  unread: 0,
  'query.from': '2026-11-01',
  'query.to': '2026-11-21',
  'SearchInsight.query': 'late payout',
  'Attachment.id': 'att_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  'Attachment.name': 'screenshot.png',
  'Attachment.type': 'image/png',
  'Attachment.size': 184_320,
  'Attachment.width': 1280,
  'Attachment.height': 720,
  'Attachment.url': 'https://help.example.com/files/…',
  'Agent.email': 'kim@example.com',
  'Agent.id': 'agt_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  'Agent.name': 'Kim',
  'AgentTicket.id': 'tic_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  'Collection.id': 'payments',
  'Collection.title': 'Payments',
  'Collection.summary': null,
  'Checklist.id': 'get-set-up',
  'Checklist.title': 'Get set up',
  'ContentAction.label': 'Open invoices',
  'ContentAction.url': '/invoices',
  'Course.id': 'get-paid-on-time',
  'Course.title': 'Get paid on time',
  'Course.url': 'https://help.example.com/help/en/courses/get-paid-on-time',
  'Health.status': 'ok',
  'LearningHit.course': 'Get paid on time',
  'LearningHit.id': 'get-paid-on-time/reminders',
  'LearningHit.kind': 'lesson',
  'LearningHit.minutes': 6,
  'LearningHit.title': 'Reminders without awkwardness',
  'LearningHit.url': 'https://help.example.com/help/en/courses/get-paid-on-time/reminders',
  'Lesson.courseId': 'get-paid-on-time',
  'Lesson.id': 'get-paid-on-time/reminders',
  'Lesson.title': 'Reminders without awkwardness',
  'Lesson.video': null,
  'LessonSummary.id': 'get-paid-on-time/reminders',
  'LessonSummary.title': 'Reminders without awkwardness',
  'Live.unread': 1,
  'Live.incidents': [],
  'Live.announcements': [],
  'Live.due': [],
  'Message.author': { kind: 'agent', name: 'Kim' },
  'Message.id': 'msg_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  'Manuscript.content': TIP,
  'Manuscript.id': 'due-date',
  'Manuscript.kind': 'tip',
  'ManuscriptSummary.id': 'due-date',
  'ManuscriptSummary.kind': 'tip',
  'NewManuscript.content': TIP,
  'NewManuscript.kind': 'tip',
  'Note.author': { id: 'agt_4h8k2m6n0p3q7r1s5t9v2w6x0y', name: 'Kim' },
  'Note.id': 'not_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  'Problem.status': 422,
  'Problem.title': 'Some of the input is not valid',
  'Problem.type': 'urn:waypost:problem:invalid_input',
  'Question.id': 'first',
  'Question.text': 'An invoice was due three days ago. What do you send first?',
  // A rule may hold rules without end.
  'Rule.': { url: '/invoices/*' },
  'Session.customer': null,
  'Settings.site': { key: 'tidemark', name: 'Tidemark' },
  'Ticket.id': 'tic_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  'SavedManuscript.content': TIP,
  'SavedManuscript.id': 'due-date',
  'SavedManuscript.kind': 'tip',
  'SavedManuscript.warnings': [],
  'saveManuscript.content': TIP,
  'saveManuscript.kind': 'tip',
  'suggestForDraft.text': 'My payout is late',
  'updateAgentTicket.status': 'solved',
  'Tip.id': 'due-date',
  'Tip.title': 'When it is due',
  'Tour.id': 'first-invoice',
  'Tour.title': 'Send an invoice',
  'TourStep.title': 'Begin here',
  'Vote.comment': null,
  'Vote.id': 'vot_4h8k2m6n0p3q7r1s5t9v2w6x0y',
  'Vote.reason': null,
}

const MADE_HERE = /^\^([a-z]+)_\[0-9a-z\]\{26\}\$$/

/** A value as it may look, and as its schema takes it. */
export function sampleOf(document: OpenApi, schema: Schema, name = '', within = ''): unknown {
  const { $ref, anyOf, oneOf, items, properties, pattern } = schema
  const [, prefix] = MADE_HERE.exec(pattern ?? '') ?? []
  if (prefix !== undefined) return `${prefix}_4h8k2m6n0p3q7r1s5t9v2w6x0y`
  const known = [`${within}.${name}`, name].find((key) => Object.hasOwn(values, key))
  if (known !== undefined && fits(schema, values[known])) return values[known]
  if ($ref !== undefined) {
    const named = nameIn($ref)
    return sampleOf(document, schemaNamed(document, named), '', named)
  }
  if ('const' in schema) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  const [variant] = oneOf ?? anyOf ?? []
  if (variant) return sampleOf(document, variant, name, within)
  if (items) return [sampleOf(document, items, '', within)]
  if (properties) {
    const entries = Object.entries(properties)
      .map(([field, inside]) => [field, sampleOf(document, inside, field, within)] as const)
      // What may be left out is, where nothing is known about it.
      .filter(([field, value]) => schema.required?.includes(field) || value !== null)
    return Object.fromEntries(entries)
  }
  if (schema.format === 'date-time') return '2026-11-21T19:40:00.000Z'
  return { string: '…', number: 1, integer: 1, boolean: true, object: {} }[schema.type ?? 'string']
}

/** A value that is known for a name is passed over where the schema means something else by it. */
function fits({ enum: options, type, $ref }: Schema, value: unknown): boolean {
  if (options) return options.includes(value)
  if ($ref !== undefined) return typeof value === 'object'
  return type === undefined || type === (Array.isArray(value) ? 'array' : typeof value)
}
