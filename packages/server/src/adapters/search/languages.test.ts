import { describe, expect, it } from 'vitest'
import { helpCentre } from './help-centre.test.kit.js'

const EXAMPLES: Record<string, { titles: string[]; asks: [string, string][] }> = {
  en: {
    titles: ['Remind customers of unpaid invoices', 'Delete your account', 'Export to a file'],
    asks: [
      ['invoice reminder', 'Remind customers of unpaid invoices'],
      ['how do I remove or delete accounts?', 'Delete your account'],
      ['exporting files', 'Export to a file'],
      ['customer’s invoice', 'Remind customers of unpaid invoices'],
    ],
  },
  sv: {
    titles: ['Fakturera utan moms', 'Byt lösenord', 'Kundernas betalningar', 'Påminnelseavgift'],
    asks: [
      ['utan moms', 'Fakturera utan moms'],
      ['jag vill byta lösenordet', 'Byt lösenord'],
      ['losenord', 'Byt lösenord'],
      ['kundens betalning', 'Kundernas betalningar'],
    ],
  },
  da: {
    titles: ['Hvis du har glemt din adgangskode', 'Slet din konto', 'Send en faktura'],
    asks: [
      ['glemt adgangskode', 'Hvis du har glemt din adgangskode'],
      ['adgangskoden', 'Hvis du har glemt din adgangskode'],
      ['fakturaer sende', 'Send en faktura'],
    ],
  },
  nb: {
    titles: ['Slik sletter du kontoen din', 'Endre passordet', 'Send fakturaer på nytt'],
    asks: [
      ['slette konto', 'Slik sletter du kontoen din'],
      ['passord', 'Endre passordet'],
      ['pa nytt faktura', 'Send fakturaer på nytt'],
    ],
  },
  uk: {
    titles: ['Якщо листи не приходять', 'Оплата рахунка', 'Видалити обліковий запис'],
    asks: [
      ['не приходить лист', 'Якщо листи не приходять'],
      ['оплатити рахунок', 'Оплата рахунка'],
      ['рахунку', 'Оплата рахунка'],
      ['видалення облікового запису', 'Видалити обліковий запис'],
    ],
  },
  de: {
    titles: ['Rechnungen ohne Umsatzsteuer', 'Passwort vergessen', 'Straßenname ändern'],
    asks: [
      ['rechnung', 'Rechnungen ohne Umsatzsteuer'],
      ['strassenname', 'Straßenname ändern'],
    ],
  },
  fr: {
    titles: ['Supprimer l’abonnement', 'Créer une facture'],
    asks: [
      ['abonnements', 'Supprimer l’abonnement'],
      ['creer des factures', 'Créer une facture'],
    ],
  },
  es: {
    titles: ['Cambiar la contraseña', 'Facturas'],
    asks: [['contrasenas', 'Cambiar la contraseña']],
  },
  pt: { titles: ['Alterar a senha', 'Faturas em atraso'], asks: [['senhas', 'Alterar a senha']] },
  ru: { titles: ['Удалить аккаунт', 'Счёт на оплату'], asks: [['оплата счета', 'Счёт на оплату']] },
  pl: {
    titles: ['Usuń konto', 'Łączenie faktur'],
    asks: [['laczenie faktury', 'Łączenie faktur']],
  },
  zh: {
    titles: ['重置密码', '导出发票'],
    asks: [
      ['密码', '重置密码'],
      ['发票', '导出发票'],
    ],
  },
  ja: { titles: ['パスワードを変更する', '請求書の印刷'], asks: [['請求書', '請求書の印刷']] },
  fi: { titles: ['Salasana unohtui', 'Lasku'], asks: [['salasana', 'Salasana unohtui']] },
}

describe('languages', () => {
  for (const [locale, { titles, asks }] of Object.entries(EXAMPLES)) {
    it.each(asks)(`finds by inflected words in ${locale}: %s`, (asked, title) => {
      expect(helpCentre(locale, titles).finds(asked)[0]).toBe(title)
    })
  }

  it('takes the language of a region, and Norwegian under each of its names', () => {
    for (const locale of ['nb-NO', 'nn', 'no']) {
      expect(
        helpCentre(locale, ['Slik sletter du kontoen din']).finds('slette konto'),
      ).toHaveLength(1)
    }
    expect(helpCentre('en-GB', ['Unpaid invoices']).finds('invoice')).toHaveLength(1)
  })

  it.each([
    ['sv', 'Dröjsmålsränta och påminnelseavgift', ['avgift', 'ränta'], 'Avgift'],
    ['da', 'Fakturanummer', ['nummer'], 'Nummer'],
    ['nb', 'Brukerkonto', ['konto'], 'Bruker og konto'],
    ['de', 'Rechnungsnummer', ['nummer'], 'Rechnung und Nummer'],
  ])('finds the parts of compounds in %s: %s', (locale, compound, asks, parts) => {
    const centre = helpCentre(locale, [
      compound,
      parts,
      'Dröjsmål och ränta',
      'Påminnelse',
      'Faktura',
    ])
    for (const asked of asks) expect(centre.finds(asked)).toContain(compound)
  })

  it('finds parts by a compound that no article has', () => {
    const centre = helpCentre('sv', ['Lösenord för nya kunder', 'Byte av abonnemang', 'Öppettider'])
    expect(centre.finds('lösenordsbyte')).toEqual(
      expect.arrayContaining(['Lösenord för nya kunder', 'Byte av abonnemang']),
    )
    expect(centre.search('lösenordsbyte').didYouMean).toBeUndefined()
  })

  it.each([
    ['sv', 'återbetalningspolicy', 'Gör en återbetalning'],
    ['sv', 'återbetalningspol', 'Gör en återbetalning'],
    ['sv', 'aterbetalningspolicy', 'Gör en återbetalning'],
    ['da', 'betalingspåmindelse', 'Tag imod en betaling'],
    ['nb', 'kundefaktura', 'Send en faktura'],
    ['de', 'Rechnungsvorlagen', 'Eine Rechnung senden'],
  ])('finds the part that articles have by a compound in %s: %s', (locale, asked, title) => {
    const centre = helpCentre(locale, [title, 'Under'])
    const { hits, didYouMean } = centre.search(asked)
    expect([hits.map(({ document }) => document.articleId), didYouMean]).toEqual([
      [title],
      undefined,
    ])
  })

  it('finds both parts of a compound of which the second is mistyped', () => {
    const centre = helpCentre('sv', ['Påminnelse skickas', 'Skicka en faktura', 'Under arbete'])
    expect(centre.finds('fakturapåminelse').sort()).toEqual([
      'Påminnelse skickas',
      'Skicka en faktura',
    ])
    expect(centre.finds('fakturaspaminelse')).toContain('Påminnelse skickas')
  })

  it('takes no beginning for a word that is only mistyped, nor a small word, nor in English', () => {
    const swedish = helpCentre('sv', ['Påminnelse', 'Påminnelseavgift', 'Under arbete'])
    expect(swedish.search('påminnelseavgfit ').didYouMean).toBe('påminnelseavgift ')
    expect(swedish.finds('underleverantör')).toEqual([])
    expect(helpCentre('en', ['Port of call']).finds('portfolio')).toEqual([])
    expect(helpCentre('en', ['Ships at anchor']).finds('anchorage')).toEqual([])
  })

  it('splits a compound once its parts are words, and no longer when they are gone', () => {
    const centre = helpCentre('sv', ['Påminnelseavgift'])
    expect(centre.finds('avgift ')).toEqual([])
    centre.publish('both', { title: 'Avgift för påminnelse' })
    expect(centre.finds('avgift ')).toEqual(expect.arrayContaining(['Påminnelseavgift', 'both']))
    centre.index.remove('tidemark', 'sv', 'both')
    expect(centre.finds('avgift ')).toEqual([])
  })

  it.each([
    ['e-mail', 'email'],
    ['email', 'e-mail'],
    ['sign-up', 'signup'],
    ['log in', 'login'],
    ['set up', 'setup'],
    ["don't", 'dont'],
    ['Wi‑Fi', 'wifi'],
  ])('takes “%s” and “%s” for the same', (written, asked) => {
    for (const [title, query] of [
      [written, asked],
      [asked, written],
    ]) {
      const centre = helpCentre('en', [`About ${title}`, 'About ships'])
      expect(centre.finds(`${query} `)).toEqual([`About ${title}`])
      expect(centre.search(`${query} `).didYouMean).toBeUndefined()
    }
  })
})
