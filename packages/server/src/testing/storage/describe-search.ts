import { describe, expect, it } from 'vitest'
import { queueKey } from '../../domain/tickets/ticket-store.js'
import { sampleTicket } from './sample-records.js'
import { found, nobody, noted, said, save, search } from './search-tickets.js'
import type { StorageWorld } from './storage-world.js'

/** What words find, and in which order. */
export function describeSearch(world: StorageWorld): void {
  describe('a search by words', () => {
    it('finds a ticket by what is said in it, by whomever', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_subject', { subject: 'The glaze has cracked' })
        save(tx, 'tic_message')
        tx.messages.save(said('msg_1', 'tic_message', 'Nobody told me about the kiln.'))
        save(tx, 'tic_note')
        tx.notes.save(noted('not_1', 'tic_note', 'Celadon again, see the workshop.'))
        save(tx, 'tic_name', { requester: { ...nobody, name: 'Wilhelmina Öberg' } })
      })
      expect(await found(storage, 'glaze')).toEqual(['tic_subject'])
      expect(await found(storage, 'kiln')).toEqual(['tic_message'])
      expect(await found(storage, 'CELADON')).toEqual(['tic_note'])
      expect(await found(storage, 'oberg')).toEqual(['tic_name'])
      expect(await found(storage, 'porcelain')).toEqual([])
    })

    it('gives the records themselves, as they were saved', async () => {
      const storage = await world.open()
      const ticket = sampleTicket('tic_1', { subject: 'The glaze has cracked' })
      await storage.transaction(async (tx) => tx.tickets.save(ticket))
      const { items, next } = await search(storage, 'glaze')
      expect(items).toEqual([ticket])
      expect(next).toBeNull()
    })

    it('stays under its key', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_new', { subject: 'Glaze' })
        save(tx, 'tic_mine', { subject: 'Glaze', status: 'open', assigneeId: 'agt_1' })
        save(tx, 'tic_other', { subject: 'Glaze', site: 'other' })
      })
      const under = (key: string) => found(storage, 'glaze', key)
      expect((await under(queueKey('demo'))).toSorted()).toEqual(['tic_mine', 'tic_new'])
      expect(await under(queueKey('demo', { status: 'new' }))).toEqual(['tic_new'])
      expect(await under(queueKey('demo', { assignee: 'agt_1' }))).toEqual(['tic_mine'])
      expect(await under(queueKey('other'))).toEqual(['tic_other'])
      expect(await under(queueKey('none'))).toEqual([])
    })

    it('puts first what holds more of the words, and the rarer ones', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        for (let i = 0; i < 8; i += 1) save(tx, `tic_${i}`, { subject: 'Invoice for my order' }, i)
        save(tx, 'tic_rare', { subject: 'Celadon' }, -60)
        save(tx, 'tic_both', { subject: 'Invoice' }, -90)
        tx.messages.save(said('msg_1', 'tic_both', 'I mean the celadon bowl.'))
      })
      const ids = await found(storage, 'invoice celadon')
      expect(ids.slice(0, 4)).toEqual(['tic_both', 'tic_rare', 'tic_7', 'tic_6'])
      expect(ids).toHaveLength(10)
    })

    it('passes over the little words of any language where others are left', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_1', { subject: 'The glaze and the bowl' })
        save(tx, 'tic_2', { subject: 'The order and the invoice' })
      })
      expect(await found(storage, 'the glaze')).toEqual(['tic_1'])
      expect(await found(storage, 'и den glaze and')).toEqual(['tic_1'])
      expect(await found(storage, 'the')).toHaveLength(2)
    })

    it('puts the newest first where all hold the same', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_b', { subject: 'Glaze' }, 20)
        save(tx, 'tic_c', { subject: 'Glaze' }, 10)
        save(tx, 'tic_a', { subject: 'Glaze, and a glaze, and glaze' }, 10)
        save(tx, 'tic_d', { subject: 'Glaze' }, 30)
      })
      expect(await found(storage, 'glaze')).toEqual(['tic_d', 'tic_b', 'tic_c', 'tic_a'])
    })

    it('finds an address, a reference and a number as a whole, and nothing like it', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        const asa = { ...nobody, email: 'asa.berg@example.com' }
        save(tx, 'tic_1', { reference: 'WP-1001', requester: asa })
        save(tx, 'tic_2', {
          reference: 'WP-1002',
          requester: { ...nobody, email: 'bo@example.com' },
        })
        save(tx, 'tic_3', { reference: 'WP-1003' })
        tx.messages.save(said('msg_1', 'tic_3', 'About order A-17/2 of bo@example.com.'))
      })
      expect(await found(storage, 'asa.berg@example.com')).toEqual(['tic_1'])
      expect(await found(storage, 'BO@example.com?')).toEqual(['tic_3', 'tic_2'])
      expect(await found(storage, 'wp-1002')).toEqual(['tic_2'])
      expect(await found(storage, 'WP-100')).toEqual([])
      expect(await found(storage, '(A-17/2)')).toEqual(['tic_3'])
      expect(await found(storage, '1003')).toEqual(['tic_3'])
      expect(await found(storage, 'berg')).toEqual(['tic_1'])
    })

    it.each([
      ['sv', 'Fakturorna saknar moms', 'fakturor'],
      ['sv-SE', 'Fakturorna saknar moms', 'fakturor'],
      ['da', 'Fakturaen mangler moms', 'fakturaer'],
      ['nb', 'Regningene mangler', 'regningen'],
      ['en', 'I was invoiced twice', 'invoices'],
      ['uk', 'Рахунок не прийшов', 'рахунки'],
    ])(
      'finds other forms of a word in the language of the ticket: %s',
      async (locale, ...words) => {
        const storage = await world.open()
        const [text, form] = words
        await storage.transaction(async (tx) => {
          save(tx, 'tic_1', { context: { locale }, subject: text })
          save(tx, 'tic_2', { context: { locale } })
          tx.messages.save({ ...said('msg_1', 'tic_2', text), locale })
        })
        expect((await found(storage, form)).toSorted()).toEqual(['tic_1', 'tic_2'])
      },
    )

    it('finds words of any script, with or without accents', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_sv', { subject: 'Återköp av två krus' })
        save(tx, 'tic_uk', { subject: 'Повернення коштів', context: { locale: 'uk' } })
        save(tx, 'tic_ja', { subject: 'パスワードを忘れました' })
        save(tx, 'tic_ar', { subject: 'كلمة المرور' })
      })
      expect(await found(storage, 'aterkop')).toEqual(['tic_sv'])
      expect(await found(storage, 'ÅTERKÖP')).toEqual(['tic_sv'])
      expect(await found(storage, 'коштів')).toEqual(['tic_uk'])
      expect(await found(storage, 'パスワード')).toEqual(['tic_ja'])
      expect(await found(storage, 'المرور')).toEqual(['tic_ar'])
    })

    it('finds a word that is only begun where it is the last', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_1', { subject: 'Internationalisation' })
        save(tx, 'tic_2', { subject: 'Celadon' })
      })
      expect(await found(storage, 'internati')).toEqual(['tic_1'])
      expect(await found(storage, 'celadon internati')).toHaveLength(2)
      expect(await found(storage, 'internati celadon')).toEqual(['tic_2'])
    })

    it('puts a word that is written out before those that it begins', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_1', { subject: 'Kiln 174' }, 1)
        save(tx, 'tic_2', { subject: 'Kiln 1742' }, 2)
        save(tx, 'tic_3', { subject: 'Kiln 1743' }, 3)
      })
      expect(await found(storage, 'kiln 174')).toEqual(['tic_1', 'tic_3', 'tic_2'])
    })

    it.each([
      ['nothing', ''],
      ['blanks', ' \n\t\u2028'],
      ['signs', `!?&|:*()<->'"\\%_;--/*@.+-~^$#{}[]`],
      ['what no database takes', 'gla\u0000ze \ud800 \udfff'],
      ['signs of a query language', `'glaze':* & !( | 'bowl':A <2> "-`],
      ['a very long word', 'x'.repeat(10_000)],
      ['very many words', Array.from({ length: 4000 }, (_, i) => `w${i}`).join(' ')],
      ['very many signs between', 'a-'.repeat(5000)],
      ['marks without a letter', '\u0301'.repeat(1000)],
    ])('answers to %s', async (_, words) => {
      const storage = await world.open()
      await storage.transaction(async (tx) => save(tx, 'tic_1', { subject: 'Glaze' }))
      expect(Array.isArray(await found(storage, words))).toBe(true)
      expect(await found(storage, `glaze ${words}`)).toContain('tic_1')
    })

    it('takes a text of any length and kind', async () => {
      const storage = await world.open()
      const long = `${'lang '.repeat(9_000)} ${'x'.repeat(20_000)} a@b.c ${'1-'.repeat(900)}`
      await storage.transaction(async (tx) => {
        save(tx, 'tic_1')
        tx.messages.save(said('msg_1', 'tic_1', `${long} \u0000 \ud800 glaze`))
      })
      expect(await found(storage, 'glaze')).toEqual(['tic_1'])
      expect(await found(storage, 'a@b.c')).toEqual(['tic_1'])
    })
  })
}
