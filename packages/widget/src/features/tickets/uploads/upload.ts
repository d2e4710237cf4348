import type { Attachment } from '@waypost/sdk/contract'

/**
 * How far a file has come. `waiting` goes on by itself: when there is a network again, or in a
 * moment. `failed` can be tried again. `refused` never goes; `gone` was there once.
 */
export type UploadState = 'queued' | 'sending' | 'waiting' | 'added' | 'failed' | 'refused' | 'gone'

/** Why a file is not there. */
export type UploadFault =
  | 'too-large'
  | 'too-many'
  | 'empty'
  | 'folder'
  | 'full'
  | 'expired'
  | 'failed'
  | 'gone'
  | 'busy'

/** One file, from when it was chosen. */
export interface Upload {
  readonly key: string
  /** Empty for one of an earlier visit until the server has said it. */
  readonly name: string
  readonly size: number
  readonly state: UploadState
  /** Of its bytes, from 0 to 1. */
  readonly part: number
  /** Missing for one of an earlier visit: the page has its bytes no more. */
  readonly file?: File
  readonly fault?: UploadFault | undefined
  /** Once the server has it. */
  readonly id?: string
  /** The same in the server's words. */
  readonly attachment?: Attachment
}

/** On its way, or about to be. */
export const isMoving = ({ state }: Upload): boolean =>
  state === 'queued' || state === 'sending' || state === 'waiting'

/** Goes along, or will. */
export const counts = (upload: Upload): boolean => upload.state === 'added' || isMoving(upload)
