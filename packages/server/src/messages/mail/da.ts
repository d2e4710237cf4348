import type { MailWords } from './mail-words.js'

export const daMail: MailWords<'one' | 'other'> = {
  'mail.opened.subject': 'Vi har modtaget din henvendelse {ref}',
  'mail.opened.title': 'Vi har modtaget din henvendelse',
  'mail.opened.text': 'Din reference er {ref}. Et menneske læser den og svarer.',
  'mail.opened.not-you':
    'Har du ikke skrevet til os? Så har nogen opgivet din adresse ved en fejl, og du behøver ikke gøre noget.',
  'mail.open': 'Åbn din henvendelse',
  'mail.replied.subject': 'Svar på din henvendelse {ref}',
  'mail.replied.by': '{name} har svaret',
  'mail.replied.team': 'Vi har svaret',
  'mail.replied.text': 'Der er kommet svar på din henvendelse {ref}.',
  'mail.replied.open': 'Læs og svar',
  'mail.replied.about': 'Din henvendelse {ref}: {subject}',
  'mail.link.life': {
    one: 'Linket virker i {n} dag. Den, der har det, kan læse henvendelsen, så behold det for dig selv.',
    other:
      'Linket virker i {n} dage. Den, der har det, kan læse henvendelsen, så behold det for dig selv.',
  },
  'mail.code.subject': '{code} er din kode',
  'mail.code.title': 'Din kode til at logge ind',
  'mail.code.text': {
    one: 'Skriv den dér, hvor du bad om den. Den virker i {n} minut.',
    other: 'Skriv den dér, hvor du bad om den. Den virker i {n} minutter.',
  },
  'mail.code.link': 'Eller log ind med et link',
  'mail.code.not-you':
    'Har du ikke bedt om en kode? Så behøver du ikke gøre noget. Giv den ikke til nogen, heller ikke til os.',
  'mail.links.subject': 'Linkene til dine henvendelser',
  'mail.links.title': 'Linkene til dine henvendelser',
  'mail.links.text': 'Du bad os om dem. Den nyeste står først.',
  'mail.links.sent': 'Sendt {date}',
  'mail.links.life': {
    one: 'Linkene virker i {n} dag. Den, der har et link, kan læse henvendelsen, så behold dem for dig selv.',
    other:
      'Linkene virker i {n} dage. Den, der har et link, kan læse henvendelsen, så behold dem for dig selv.',
  },
  'mail.in-product': 'Åbn hjælpen dér, hvor du spurgte, og vælg Henvendelser.',
  'mail.by-machine':
    'Denne mail kommer fra {site} og er sendt automatisk. Svar på den når ikke frem til nogen.',
}
