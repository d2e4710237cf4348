import { type Access, type ErrorCode, errorTitles } from '@waypost/sdk/contract'

/** What a schema cannot say, by `<schema>.<field>`, or by field where it always means the same. */
const fields: Readonly<Record<string, string>> = {
  'path.id': 'Id of the ticket, article, course, lesson or attachment.',
  'path.contentId': 'Id of the course, checklist, tour, tip or lesson.',
  'path.stepId': 'Id of the step, the task, or the whole id of the lesson.',
  'query.site':
    'Key of the site. Without it, the site of the token; without either, the first of the configuration.',
  'query.locale': 'A BCP 47 tag. The nearest locale that has articles answers.',
  'query.limit': 'How many, 1 to 100.',
  'query.cursor': '`nextCursor` of the page before; empty for the first.',
  'query.q': 'The words to search for. Any of them may match.',
  'query.collection': 'Only what stands in this collection, by its id.',
  'query.from': 'The first day, in UTC. Thirty days with the last one unless said.',
  'query.to': 'The last day, in UTC; today unless said.',
  'query.sort': 'What stands first: that of which there is most.',
  'query.slug': 'Only the article with this slug.',
  'query.url': 'Address of the page on which the visitor is.',
  'query.articles':
    'Ids of articles that come first, in this order, separated by commas; at most ten.',
  'query.query': 'Words of the page; what they are likely to mean follows.',
  'query.status': 'Only those with this status.',
  'query.assignee': 'Only tickets of this agent.',
  'query.quarantined': 'Only those that were put aside, which stand in no other list.',
  'query.audience': 'Only learners who belong to it: `public`, `customers`, `team`, `segment:…`.',
  'query.kind': 'Only contents of this kind.',
  'query.email': 'Only those who gave this address, or of whom a host has said it.',
  'Person.subject': "The host's own name for them; `null` for who asked without one.",
  'Person.ticketCount': 'Tickets that are theirs now.',
  'PersonExport.about': 'What is kept of them beside their tickets, by kind.',
  'PersonExport.tickets': 'For each ticket what stands with it, by kind.',
  'AuditEntry.by': 'An agent, `operator` for who sits at the server, or `server`.',
  'AuditEntry.object': 'The id of what it was done to; of what was refused, the route too.',
  'AuditEntry.hash': 'SHA-256 of the hash before and of what stands in this entry.',
  'createSession.visitorToken':
    'Of the session without a name before: what was learnt and uploaded in it becomes that of who is named now.',
  'createAttempt.attemptId': 'Of an earlier answer, to go on with it. Without it a new one begins.',
  'createAttempt.answers': 'By question; the first answer to each counts.',
  'setProgress.version': 'The one that the person has before them; the current one unless said.',
  'setProgress.state':
    '`restarted` forgets the steps; `shown` counts for how often it may show itself.',
  'setStepProgress.version': 'As for a whole content.',
  'createSession.identityToken':
    "The host's signed proof of who the visitor is. Without it the session is anonymous.",
  'suggestForDraft.text': 'What has been written so far.',
  'suggestForDraft.url': 'Address of the page on which the visitor is.',
  'suggestForDraft.locale': 'A BCP 47 tag.',
  'voteOnArticle.voteId': 'The id of an earlier vote, to change it instead of adding one.',
  'voteOnArticle.reason': 'Why it did not help.',
  'markTicketRead.messageId':
    'The last message that was seen. Without it, all that there is now has been read.',
  'claimTickets.accessTokens': 'Ticket tokens, `wpt_…`, 1 to 100 of them.',
  'updateAgentTicket.assigneeId': 'The agent who takes it on; `null` for nobody.',
  'NewTicket.message': 'Plain text; addresses in it become links.',
  'NewTicket.email': 'Where to answer. Required where no session says whom.',
  'NewTicket.fields': "At most 40 fields of the host's form.",
  'NewTicket.context': 'Where the requester was when they asked, and what came before.',
  'NewTicket.consent': 'That the person agrees to `form.consent` of the settings.',
  'NewTicket.order': "What it is about. The host's server is asked for it again, by its id.",
  appVersion: "Of the host's app, as it calls it itself.",
  searches: 'What was searched for before, the last first.',
  'Attachment.name': 'As its sender called it, without what could mislead.',
  'Attachment.type': 'By its content, whatever its name says.',
  'Attachment.size': 'Bytes.',
  'Attachment.width': 'Pixels of a picture that may be shown; `null` for all else.',
  'Attachment.height': 'As `width`.',
  'Attachment.url': 'Opens the file for 15 minutes at most; every answer has a new one.',
  attachmentIds: 'Uploads of the caller that become parts of the message.',
  'NewMessage.message': 'Plain text from a requester, Markdown from an agent.',
  'NewReply.contents': 'What the requester can learn from; what they may not see is refused.',
  'Message.contents': 'Of what it carries, all that the caller may see by now.',
  'CarriedContent.url': 'In the help centre; `null` for what the page of the host alone shows.',
  'SearchInsights.totals': 'Every search of the period, those of which no words were kept too.',
  'SearchInsight.query': 'What was typed, without what could name somebody.',
  'SearchInsight.count': 'How often it was searched for.',
  'ArticleInsight.reads': 'How often it was opened.',
  'ArticleInsight.reasons': 'Of those whom it did not help, who said why.',
  'ArticleInsight.deflected': 'How often it answered somebody who was about to ask.',
  'ArticleInsight.tickets': 'How often the team was asked after it was the last thing read.',
  misses: 'Searches that found nothing.',
  chosenShare: 'The part of the searches after which a hit was opened, 0 to 1.',
  meanPosition: 'Where the hits stood that were opened; `null` where none was.',
  deflected: 'Visitors who were about to ask and found the answer.',
  afterSearch: 'Tickets that were opened after a search.',
  'Ticket.status': 'As the requester sees it: `on-hold` of the team reads `open`.',
  'Ticket.unread': 'Replies of the team that the requester has not read.',
  'CreatedTicket.accessToken': '`wpt_…`: opens this one ticket. Keep it like a password.',
  'AgentTicket.quarantine':
    'Put aside: in no queue, and nobody is told of it. `null` where it is not.',
  'getChallenge.challenge': 'SHA-256, in hex, of `salt` and the number that is looked for.',
  'AgentTicket.answers': '`fields` as people read them, in the order of the form.',
  'AgentTicket.order': 'The order that it is about.',
  'AgentTicket.consentedAt': 'When the requester agreed to what the site asks them to.',
  'TicketAnswer.label': 'What was asked; the id where the site asks that no more.',
  'TicketAnswer.chosen': 'What was chosen, in words, where there was something to choose.',
  verified: "The host's server has said that it is an order of this customer.",
  'AgentTicket.version': 'Goes into `If-Match` when the ticket is changed.',
  'Session.token': '`wps_…`: goes into `Authorization`.',
  'Session.customer': 'Who the visitor is, where the host has said so.',
  'Settings.locale': 'The locale answered for: the nearest to what was asked.',
  'Settings.locales': 'Every locale that holds articles or words, each in its own name.',
  'Settings.replyHours': 'Hours in which the team usually replies; `null` without such a promise.',
  'Settings.hours': 'When the team is there; only then `replyHours` count.',
  'Settings.education': 'Whether there are courses or checklists, for others than the team.',
  'Education.tours': 'What the caller may see; `when` says what is left to ask on the page.',
  'Course.when':
    'When it is for the caller, of what only their page can answer; `null` for always.',
  'Course.requires': 'Courses that come before it.',
  'Course.inOrder': 'Whether each lesson opens the next.',
  'LessonSummary.questions': 'How many questions its quiz has.',
  'Settings.form': 'What is asked beside subject and message.',
  'Live.unread': 'Replies that the caller has not read, in all their tickets; 0 without a token.',
  'Live.incidents': 'Nothing yet.',
  'Live.announcements': 'Nothing yet.',
  'Live.due': 'Checklists, tours and tips that may still show themselves to the caller.',
  'Progress.version': 'Of the content when this was begun; what is older counts no more.',
  'Progress.completedAt': 'When all of it was first done.',
  'Progress.score': 'The best of each quiz of a course, added up.',
  'Attempt.passed': '`null` until every question is answered.',
  'AnswerResult.right': 'Ids in the order of the question, or what could have been written.',
  'AnswerResult.anchor': 'The heading of the lesson under which that is said.',
  'Manuscript.content':
    'What its file says, as JSON: `/schemas/<kind>.json`; of a course with `lessons`, of a lesson with `body`.',
  'NewManuscript.content': 'As in its file: `/schemas/<kind>.json`. Words may stand by language.',
  'ManuscriptSummary.locale':
    'Of courses and lessons, written once for each language; `null` for what holds all of its own.',
  'ManuscriptSummary.source': '`folder` is changed in the content folder alone.',
  'ManuscriptSummary.revision': 'Goes into `If-Match`; a lesson has that of its course.',
  'SavedManuscript.warnings': 'What its author may want to mend; it was taken all the same.',
  'ContentInsight.version': 'The one that counts: what was done of older ones is not in here.',
  'ContentInsight.groups': 'By language, then by what learners are to the site.',
  'StepInsight.stopped': 'Who has not done the whole, and came no further than this.',
  'QuestionInsight.answered': 'First tries alone.',
  'ProgressExport.attempts': 'Every go at a quiz of the course, the first one first.',
  'Collection.icon': 'What its author chose to stand beside its name; `null` for nothing.',
  'Collection.articleCount': 'Articles that the caller may read.',
  'Article.translations': 'The same article in other locales.',
  'SearchHit.score': 'Only good for comparing hits of one answer.',
  'SearchResults.searchId': 'Names this search when its outcome is reported.',
  'SearchResults.didYouMean': 'The words as they were corrected, where they were.',
  'SearchResults.answer': 'A passage quoted from an article, where the evidence is strong.',
  'SearchResults.collections': 'Hits of each collection, most first, whichever was asked for.',
  'SearchResults.learning': 'Courses and lessons in which the words stand; three at most.',
  'CollectionCount.collection': 'Its id, to search in it alone.',
  'CollectionCount.count': 'How many hits stand in it.',
  'SearchHit.locale': 'Another than was asked for, where it is not written in that one.',
  'Problem.type': '`urn:waypost:problem:<code>`.',
  'Problem.code': 'Stable: codes are added, never renamed.',
  'Problem.detail': 'One sentence for whoever reads logs or calls the API.',
  'Problem.errors': 'The fields that are wrong, never what was sent; to authors in words, too.',
  collection: 'Id of the collection; `null` for an article that stands in none.',
  excerpt: 'Words of the article around those that were meant; `match` marks them.',
  nextCursor: 'Give it back as `cursor` for the next page; `null` at the end.',
  reference: 'What people call the ticket; it opens nothing by itself.',
  verification: 'How sure it is who the requester is.',
}

/** Rooms of the API, in the order in which they are met. */
export const tags = [
  { name: 'settings', description: 'What the widget needs to start.' },
  { name: 'live', description: 'What waits for whoever calls.' },
  { name: 'sessions', description: 'Who is here. Reading needs no session.' },
  { name: 'search', description: 'Search, and articles offered unasked.' },
  { name: 'articles', description: 'Collections, articles and whether they helped.' },
  { name: 'education', description: 'Courses, checklists, tours, tips, and how far somebody is.' },
  { name: 'tickets', description: 'What a customer asks, and the conversation about it.' },
  { name: 'insights', description: 'What became of self-service: counts by day, of nobody.' },
  { name: 'privacy', description: 'What is known of a person, told and erased; and who did what.' },
  { name: 'agent', description: "The support team's side of tickets." },
  { name: 'health', description: 'For whoever watches over the server.' },
] as const

export const accessWords: Readonly<Record<Access, string>> = {
  anyone: 'Anyone may call. With a token, the call is that of its owner.',
  token: 'Takes the token of a session, `wps_…`, of a ticket, `wpt_…`, or of an agent, `wpa_…`.',
  requester: 'Takes the token of a session, `wps_…`, or of a ticket, `wpt_…`.',
  agent: 'Takes the token of an agent, `wpa_…`.',
}

export const problemWords = (code: ErrorCode): string => `\`${code}\` ${errorTitles[code]}`

/** Puts the words to the properties of a schema, and to what stands in them. */
export function described<Schema>(schema: Schema, name: string): Schema {
  if (Array.isArray(schema)) return schema.map((item) => described(item, name)) as Schema
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).map(([key, value]) => {
    if (key !== 'properties') return [key, described(value, name)]
    const properties = Object.entries(value as object).map(([field, property]) => {
      const description = fields[`${name}.${field}`] ?? fields[field]
      const inner = described(property, `${name}.${field}`)
      return [field, { ...inner, ...(description && { description }) }]
    })
    return [key, Object.fromEntries(properties)]
  })
  return Object.fromEntries(entries)
}

/** The keys above, for the test that none of them describes a field that is gone. */
export const describedFields = Object.keys(fields)
