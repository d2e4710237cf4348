import { expect } from '@open-wc/testing'
import { checkMessages } from './check-messages.js'

describe('words of the host', () => {
  const { warn } = console
  beforeEach(() => {
    console.warn = () => {}
  })
  afterEach(() => {
    console.warn = warn
  })

  it('are told where there is no such message, or nothing that they name', async () => {
    const told: string[] = []
    const emit = (_: string, { detail }: { detail?: string }) => void told.push(detail ?? '')
    const messages = {
      sv: {
        'panel.ask': 'Skriv till oss',
        'panel.asks': 'Skriv',
        'panel.title': 'Hjälp hos {site}, {name}',
        // Of a page that comes later.
        'form.sent.reference': 'Tack.',
        'search.count': { one: '{n} svar', other: '{count} svar' },
      },
    }
    await checkMessages({ messages, emit: emit as never })
    expect(told).to.deep.equal([
      'There is no message “panel.asks”, as sv has it',
      '“panel.title” in sv has nothing to say for {name}',
      '“search.count” in sv has nothing to say for {count}',
    ])
  })
})
