import { agentRoles } from '@waypost/sdk/contract'
import { CliError } from '../cli-error.js'
import { openOperator } from '../operator.js'
import type { Command } from './command.js'

export const agent: Command = {
  usage: 'agent add <email> --role <role> [--name <name>] [--sites <key,key>]',
  summary: 'add somebody to the support team; their token is shown once',
  options: { role: { type: 'string' }, name: { type: 'string' }, sites: { type: 'string' } },
  async run({ words, flags, config, env, out }) {
    const [verb, email] = words
    if (verb !== 'add' || !email) throw new CliError(`Say: waypost ${this.usage}`)
    const role = agentRoles.find((known) => known === (flags.role ?? 'agent'))
    if (!role) throw new CliError(`--role is one of ${agentRoles.join(', ')}.`)
    const operator = await openOperator(await config(), env)
    try {
      const name = typeof flags.name === 'string' ? flags.name : undefined
      const sites = typeof flags.sites === 'string' ? flags.sites.split(',') : undefined
      const added = await operator.call('addAgent', { email, role, name, sites })
      out.write(`Added ${added.email} as ${added.role}. Their token, shown only now:\n`)
      out.write(`${added.token}\n`)
      return 0
    } finally {
      await operator.close()
    }
  },
}
