import { CliError } from '../cli-error.js'
import { openOperator } from '../operator.js'
import type { Command } from './command.js'

export const revoke: Command = {
  usage: 'revoke <subject> [--issuer <issuer>] [--site <key>]',
  summary: 'end every session of a person whom a host has signed in',
  options: { issuer: { type: 'string' }, site: { type: 'string' } },
  async run({ words, flags, config, env, out }) {
    const [subject] = words
    if (!subject) throw new CliError(`Say: waypost ${this.usage}`)
    const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : undefined)
    const site = text('site')
    const settings = await config()
    if (site !== undefined && !settings.sites.some(({ key }) => key === site)) {
      throw new CliError(`There is no site ${site}.`)
    }
    const operator = await openOperator(settings, env)
    try {
      const person = { site, subject, issuer: text('issuer') }
      const { issuer, ended } = await operator.call('revoke', person)
      const sessions = ended === 1 ? '1 session' : `${ended} sessions`
      out.write(`Ended ${sessions} of ${subject}, as ${issuer} calls them.\n`)
      out.write('Identity tokens that were signed by now start no other.\n')
      return 0
    } finally {
      await operator.close()
    }
  },
}
