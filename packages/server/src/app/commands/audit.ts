import { CliError } from '../cli-error.js'
import { openOperator } from '../operator.js'
import type { Command } from './command.js'

export const audit: Command = {
  usage: 'audit verify [--newest <number:hash>]',
  summary: 'look along the audit log and say where it is broken',
  options: { newest: { type: 'string' } },
  async run({ words, flags, config, env, out }) {
    if (words[0] !== 'verify') throw new CliError(`Say: waypost ${this.usage}`)
    const known = typeof flags.newest === 'string' ? entryIn(flags.newest) : undefined
    const operator = await openOperator(await config(), env)
    try {
      const { entries, newest, broken } = await operator.call('verifyAudit', { known })
      if (broken) {
        const what = broken.reason === 'missing' ? 'is missing' : 'is not what was written'
        out.write(`Entry ${broken.number} ${what}.\n`)
        return 1
      }
      out.write(`${entries} entries, and each follows from the one before.\n`)
      if (newest) out.write(`The newest is ${newest.number}:${newest.hash}\n`)
      return 0
    } finally {
      await operator.close()
    }
  },
}

function entryIn(text: string): { number: number; hash: string } {
  const [, number, hash] = /^(\d+):([\w-]+)$/.exec(text) ?? []
  if (number === undefined || hash === undefined) {
    throw new CliError('--newest is a number and a hash, as an earlier look has printed them.')
  }
  return { number: Number(number), hash }
}
