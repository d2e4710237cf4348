import { join } from 'node:path'
import type { Config } from './config-schema.js'

export const mailFolderOf = ({ data, mail }: Config): string => mail.folder ?? join(data, 'mail')

/** An address that can be written before mail is set up; an IP address is the host of none. */
export function senderOf({ mail }: Config, publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  const isName = /^[a-z0-9.-]*[a-z][a-z0-9.-]*$/.test(hostname)
  return mail.from ?? `no-reply@${isName ? hostname : 'localhost'}`
}
