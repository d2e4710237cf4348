import type { SigningInWords } from './signing-in-words.js'

export const daSigningIn: SigningInWords<'one' | 'other'> = {
  'sign-in.title': 'Log ind med din e-mail',
  'sign-in.lead': 'Se alt, hvad du har spurgt os om, fra enhver enhed. Uden adgangskode.',
  'sign-in.email.help': 'Vi sender en kode på seks cifre til den.',
  'sign-in.send': 'Send mig en kode',
  'sign-in.links': 'Send mig links i stedet',
  'sign-in.links.help': 'De åbner hver henvendelse i enhver browser, uden at logge nogen ind.',
  'sign-in.why.email': 'Vi skal bruge den for at sende koden. Skriv som {example}',
  'sign-in.code.title': 'Se i din mail',
  'sign-in.code.sent': 'Vi har sendt seks cifre til {email}. De virker i ti minutter.',
  'sign-in.code': 'Koden',
  'sign-in.code.help': 'Der kan gå et minut. Se også i uønsket mail.',
  'sign-in.enter': 'Log ind',
  'sign-in.again': 'Send en ny kode',
  'sign-in.again.done': 'En ny kode er på vej. Den forrige virker også.',
  'sign-in.other': 'Brug en anden adresse',
  'sign-in.wrong': 'Én ting, før du er inde',
  'sign-in.why.digits': 'Koden har seks cifre. Skriv som {example}',
  'sign-in.why.code':
    'Det er ikke koden, eller også er tiden udløbet. Se den efter, eller lad os sende en ny.',
  'sign-in.links.title': 'Se i din mail',
  'sign-in.links.sent':
    'Hvis der er henvendelser under {email}, er linkene til dem på vej. Hvert virker i 30 dage.',
  'sign-in.link.title': 'Ét tryk, så er du inde',
  'sign-in.link':
    'Derefter kender denne browser dig som {email}, i 30 dage, eller til du logger ud.',
  'sign-in.link.own': 'Gør det kun, hvis du selv har bedt om det.',
  'sign-in.gone.title': 'Linket gælder ikke længere',
  'sign-in.gone': 'Links i mails virker i et stykke tid. Lad os sende et nyt, eller log ind.',
  'sign-in.done': 'Du er logget ind.',
  'sign-in.as': 'Logget ind som',
  'sign-in.all': 'Her er dine henvendelser fra alle enheder.',
  'sign-in.offer': 'Spurgt fra en anden enhed?',
  'sign-in.offer.text': 'Log ind med din e-mail, så står alt, hvad du har spurgt om, her.',
  'sign-out': 'Log ud',
  'sign-out.done': 'Du er logget ud, og denne browser har glemt dine henvendelser.',
}
