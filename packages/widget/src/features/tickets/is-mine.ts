import type { Message } from '@waypost/sdk/contract'

/** Whether who reads it has written it, and not the team or a colleague. */
export const isMine = ({ author, isOwn = true }: Pick<Message, 'author' | 'isOwn'>): boolean =>
  author.kind === 'requester' && isOwn
