import type { Config } from './config-schema.js'

/** The address that customers use; without one in the configuration, that of this machine. */
export function publicUrlOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${hostInUrl(host)}:${port}`
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
