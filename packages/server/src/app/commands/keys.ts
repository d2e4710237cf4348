import { CliError } from '../cli-error.js'
import { openOperator } from '../operator.js'
import type { Command } from './command.js'

export const keys: Command = {
  usage: 'keys rotate',
  summary: 'sign ticket tokens with a new key; those of the last key still open',
  async run({ words, config, env, out }) {
    if (words[0] !== 'rotate') throw new CliError(`Say: waypost ${this.usage}`)
    const settings = await config()
    const operator = await openOperator(settings, env)
    try {
      await operator.call('rotateKeys', {})
      out.write('New tokens are signed with a new key. Tokens of the last key still open.\n')
      // Those that run have read the keys when they began, and nobody tells them.
      if (settings.database !== undefined)
        out.write('Stop all servers now, and start them again.\n')
      return 0
    } finally {
      await operator.close()
    }
  },
}
