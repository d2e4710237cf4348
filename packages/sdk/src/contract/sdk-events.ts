import type { Progress } from './progress.js'
import type { NewTicket } from './tickets.js'

/**
 * What the SDK tells the host page, by name. Those that a server event stands behind have its name
 * with a colon: `ticket.replied` is `ticket:replied`.
 */
export interface SdkEvents {
  /** The launcher stands and calls are taken. */
  ready: Record<string, never>
  /** A call could not be carried out; nothing is ever thrown at the host. */
  error: { code: string; detail: string }
  'panel:opened': Record<string, never>
  'panel:closed': Record<string, never>
  'search:performed': { words: string; count: number; searchId: string }
  'article:viewed': { articleId: string; locale: string }
  'article:voted': { articleId: string; locale: string; helpful: boolean }
  'ticket:opened': { ticketId: string; reference: string }
  /** By the person here, or by the team. */
  'ticket:replied': { ticketId: string; messageId: string; author: 'requester' | 'agent' }
  'ticket:solved': { ticketId: string }
  'ticket:reopened': { ticketId: string }
  'identity:changed': { customerId: string | null }
  /** The host has said who is here and it led to nothing: why, for its developer. */
  'identity:failed': { code: string; detail: string }
  'locale:changed': { locale: string }
  /** Replies that nobody here has read; told when the number is known and when it changes. */
  'unread:changed': { count: number }
  'consent:changed': { granted: boolean }
  'tour:started': { tourId: string }
  'tour:completed': { tourId: string }
  /** Left at this step. */
  'tour:skipped': { tourId: string; stepId: string }
  /** What the step points at is not on the page. */
  'tour:target-missing': { tourId: string; stepId: string }
  'task:completed': { checklistId: string; taskId: string }
  'checklist:completed': { checklistId: string }
  'lesson:completed': { courseId: string; lessonId: string }
  'course:completed': { courseId: string }
  'quiz:answered': { lessonId: string; passed: boolean }
  /** Any of it: here, in another tab, or as the server has it. */
  'progress:changed': { progress: Progress }
  'tip:opened': { tipId: string }
  /** A button of a content that is the host's to answer. */
  'content:action': { contentId: string; call: string }
}

export type SdkEventName = keyof SdkEvents

/** What the host may change or stop before it is done, by name: what `before()` takes. */
export interface SdkHooks {
  'search:perform': { words: string }
  'ticket:create': NewTicket
  'message:send': { ticketId: string; message: string }
}

export type SdkHookName = keyof SdkHooks
