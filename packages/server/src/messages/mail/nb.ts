import type { MailWords } from './mail-words.js'

export const nbMail: MailWords<'one' | 'other'> = {
  'mail.opened.subject': 'Vi har fått henvendelsen din {ref}',
  'mail.opened.title': 'Vi har fått henvendelsen din',
  'mail.opened.text': 'Referansen din er {ref}. Et menneske leser den og svarer.',
  'mail.opened.not-you':
    'Har du ikke skrevet til oss? Da har noen oppgitt adressen din ved en feil, og du trenger ikke gjøre noe.',
  'mail.open': 'Åpne henvendelsen din',
  'mail.replied.subject': 'Svar på henvendelsen din {ref}',
  'mail.replied.by': '{name} har svart',
  'mail.replied.team': 'Vi har svart',
  'mail.replied.text': 'Det har kommet svar på henvendelsen din {ref}.',
  'mail.replied.open': 'Les og svar',
  'mail.replied.about': 'Henvendelsen din {ref}: {subject}',
  'mail.link.life': {
    one: 'Lenken virker i {n} dag. Den som har den, kan lese henvendelsen, så behold den for deg selv.',
    other:
      'Lenken virker i {n} dager. Den som har den, kan lese henvendelsen, så behold den for deg selv.',
  },
  'mail.code.subject': '{code} er koden din',
  'mail.code.title': 'Koden din for å logge inn',
  'mail.code.text': {
    one: 'Skriv den der du ba om den. Den virker i {n} minutt.',
    other: 'Skriv den der du ba om den. Den virker i {n} minutter.',
  },
  'mail.code.link': 'Eller logg inn med en lenke',
  'mail.code.not-you':
    'Har du ikke bedt om en kode? Da trenger du ikke gjøre noe. Ikke gi den til noen, heller ikke til oss.',
  'mail.links.subject': 'Lenkene til henvendelsene dine',
  'mail.links.title': 'Lenkene til henvendelsene dine',
  'mail.links.text': 'Du ba oss om dem. Den nyeste står først.',
  'mail.links.sent': 'Sendt {date}',
  'mail.links.life': {
    one: 'Lenkene virker i {n} dag. Den som har en lenke, kan lese henvendelsen, så behold dem for deg selv.',
    other:
      'Lenkene virker i {n} dager. Den som har en lenke, kan lese henvendelsen, så behold dem for deg selv.',
  },
  'mail.in-product': 'Åpne hjelpen der du spurte, og velg Henvendelser.',
  'mail.by-machine':
    'Denne e-posten kommer fra {site} og ble sendt automatisk. Svar på den når ikke fram til noen.',
}
