import type { SigningInWords } from './signing-in-words.js'

export const svSigningIn: SigningInWords<'one' | 'other'> = {
  'sign-in.title': 'Logga in med din e-post',
  'sign-in.lead': 'Se allt du har frågat oss om, från vilken enhet som helst. Utan lösenord.',
  'sign-in.email.help': 'Vi skickar en kod med sex siffror dit.',
  'sign-in.send': 'Skicka en kod',
  'sign-in.links': 'Skicka länkar i stället',
  'sign-in.links.help': 'De öppnar varje ärende i vilken webbläsare som helst, utan inloggning.',
  'sign-in.why.email': 'Vi behöver den för att skicka koden. Skriv som {example}',
  'sign-in.code.title': 'Titta i din e-post',
  'sign-in.code.sent': 'Vi har skickat sex siffror till {email}. De fungerar i tio minuter.',
  'sign-in.code': 'Koden',
  'sign-in.code.help': 'Det kan ta någon minut. Titta även bland skräpposten.',
  'sign-in.enter': 'Logga in',
  'sign-in.again': 'Skicka en ny kod',
  'sign-in.again.done': 'En ny kod är på väg. Den förra fungerar också.',
  'sign-in.other': 'Använd en annan adress',
  'sign-in.wrong': 'En sak innan du är inne',
  'sign-in.why.digits': 'Koden har sex siffror. Skriv som {example}',
  'sign-in.why.code':
    'Det här är inte koden, eller så har tiden gått ut. Se över den, eller låt oss skicka en ny.',
  'sign-in.links.title': 'Titta i din e-post',
  'sign-in.links.sent':
    'Om det finns ärenden under {email} är länkarna till dem på väg. Var och en fungerar i 30 dagar.',
  'sign-in.link.title': 'Ett tryck, så är du inne',
  'sign-in.link':
    'Sedan känner den här webbläsaren igen dig som {email}, i 30 dagar eller tills du loggar ut.',
  'sign-in.link.own': 'Gör det bara om du själv har bett om det.',
  'sign-in.gone.title': 'Länken gäller inte längre',
  'sign-in.gone': 'Länkar i mejl fungerar en viss tid. Låt oss skicka en ny, eller logga in.',
  'sign-in.done': 'Du är inloggad.',
  'sign-in.as': 'Inloggad som',
  'sign-in.all': 'Det här är dina ärenden från alla enheter.',
  'sign-in.offer': 'Frågat från en annan enhet?',
  'sign-in.offer.text': 'Logga in med din e-post, så står allt du har frågat om här.',
  'sign-out': 'Logga ut',
  'sign-out.done': 'Du är utloggad, och den här webbläsaren har glömt dina ärenden.',
}
