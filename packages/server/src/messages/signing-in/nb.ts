import type { SigningInWords } from './signing-in-words.js'

export const nbSigningIn: SigningInWords<'one' | 'other'> = {
  'sign-in.title': 'Logg inn med e-posten din',
  'sign-in.lead': 'Se alt du har spurt oss om, fra hvilken som helst enhet. Uten passord.',
  'sign-in.email.help': 'Vi sender en kode på seks sifre til den.',
  'sign-in.send': 'Send meg en kode',
  'sign-in.links': 'Send meg lenker i stedet',
  'sign-in.links.help':
    'De åpner hver henvendelse i hvilken som helst nettleser, uten å logge noen inn.',
  'sign-in.why.email': 'Vi trenger den for å sende koden. Skriv som {example}',
  'sign-in.code.title': 'Se i e-posten din',
  'sign-in.code.sent': 'Vi har sendt seks sifre til {email}. De virker i ti minutter.',
  'sign-in.code': 'Koden',
  'sign-in.code.help': 'Det kan ta et minutt. Se i søppelposten også.',
  'sign-in.enter': 'Logg inn',
  'sign-in.again': 'Send en ny kode',
  'sign-in.again.done': 'En ny kode er på vei. Den forrige virker også.',
  'sign-in.other': 'Bruk en annen adresse',
  'sign-in.wrong': 'Én ting før du er inne',
  'sign-in.why.digits': 'Koden har seks sifre. Skriv som {example}',
  'sign-in.why.code':
    'Dette er ikke koden, eller tiden er ute. Se på den igjen, eller la oss sende en ny.',
  'sign-in.links.title': 'Se i e-posten din',
  'sign-in.links.sent':
    'Hvis det finnes henvendelser under {email}, er lenkene til dem på vei. Hver av dem virker i 30 dager.',
  'sign-in.link.title': 'Ett trykk, så er du inne',
  'sign-in.link':
    'Etterpå kjenner denne nettleseren deg som {email}, i 30 dager eller til du logger ut.',
  'sign-in.link.own': 'Gjør det bare hvis du selv har bedt om det.',
  'sign-in.gone.title': 'Lenken gjelder ikke lenger',
  'sign-in.gone': 'Lenker i e-post virker en viss tid. La oss sende en ny, eller logg inn.',
  'sign-in.done': 'Du er logget inn.',
  'sign-in.as': 'Logget inn som',
  'sign-in.all': 'Her er henvendelsene dine fra alle enheter.',
  'sign-in.offer': 'Spurt fra en annen enhet?',
  'sign-in.offer.text': 'Logg inn med e-posten din, så står alt du har spurt om her.',
  'sign-out': 'Logg ut',
  'sign-out.done': 'Du er logget ut, og denne nettleseren har glemt henvendelsene dine.',
}
