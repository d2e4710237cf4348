import type { MailWords } from './mail-words.js'

export const svMail: MailWords<'one' | 'other'> = {
  'mail.opened.subject': 'Vi har fått ditt ärende {ref}',
  'mail.opened.title': 'Vi har fått ditt ärende',
  'mail.opened.text': 'Din referens är {ref}. En människa läser och svarar.',
  'mail.opened.not-you':
    'Har du inte skrivit till oss? Då har någon angett din adress av misstag, och du behöver inte göra något.',
  'mail.open': 'Öppna ditt ärende',
  'mail.replied.subject': 'Svar på ditt ärende {ref}',
  'mail.replied.by': '{name} har svarat',
  'mail.replied.team': 'Vi har svarat',
  'mail.replied.text': 'Det finns ett svar på ditt ärende {ref}.',
  'mail.replied.open': 'Läs och svara',
  'mail.replied.about': 'Ditt ärende {ref}: {subject}',
  'mail.link.life': {
    one: 'Länken fungerar i {n} dag. Den som har den kan läsa ärendet, så behåll den för dig själv.',
    other:
      'Länken fungerar i {n} dagar. Den som har den kan läsa ärendet, så behåll den för dig själv.',
  },
  'mail.code.subject': '{code} är din kod',
  'mail.code.title': 'Din kod för att logga in',
  'mail.code.text': {
    one: 'Skriv in den där du bad om den. Den fungerar i {n} minut.',
    other: 'Skriv in den där du bad om den. Den fungerar i {n} minuter.',
  },
  'mail.code.link': 'Eller logga in med en länk',
  'mail.code.not-you':
    'Har du inte bett om någon kod? Då behöver du inte göra något. Ge den inte till någon, inte heller till oss.',
  'mail.links.subject': 'Länkarna till dina ärenden',
  'mail.links.title': 'Länkarna till dina ärenden',
  'mail.links.text': 'Du bad oss om dem. Det nyaste ärendet står först.',
  'mail.links.sent': 'Skickat {date}',
  'mail.links.life': {
    one: 'Länkarna fungerar i {n} dag. Den som har en länk kan läsa ärendet, så behåll dem för dig själv.',
    other:
      'Länkarna fungerar i {n} dagar. Den som har en länk kan läsa ärendet, så behåll dem för dig själv.',
  },
  'mail.in-product': 'Öppna hjälpen där du frågade och välj Ärenden.',
  'mail.by-machine':
    'Det här mejlet kommer från {site} och skickades automatiskt. Svar på det når ingen.',
}
