/** Structured logs: one JSON object a line. Never a name, address, token, query or body. */
export interface Logger {
  info(message: string, facts?: Facts): void
  warn(message: string, facts?: Facts): void
  error(message: string, facts?: Facts): void
}

export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>

export function createLogger(deps: { write(line: string): void; now(): Date }): Logger {
  const say =
    (level: string) =>
    (message: string, facts: Facts = {}) =>
      deps.write(`${JSON.stringify({ at: deps.now().toISOString(), level, message, ...facts })}\n`)
  return { info: say('info'), warn: say('warn'), error: say('error') }
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} }
