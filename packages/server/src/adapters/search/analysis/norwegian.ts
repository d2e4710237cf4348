import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

/** Bokmål and Nynorsk: the stemmer serves both, and help centres mix them. */
export const norwegian: Language = {
  stem: snowballStemmer('norwegian'),
  compoundLinks: ['', 's', 'e'],
  stopWords: `
    alle alt andre at av bare begge ble blei bli blir blitt både da de deg dei deim deira dem den denne
    der dere deres det dette di din disse ditt du dykk dykkar då eg ein eit eller elles en enn er et ett
    etter finnes for fordi fra frå få får før gjør gjøre ha hadde han hans har hei henne hennar hennes her
    hjå ho hos hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje ingen inn ja
    jeg kan kom korleis korfor kun kunne kva kvar kven kvifor man mange me med meg meget mellom men mer mi
    min mine mitt mot mykje må måtte nei no noe noen noka noko nokon nokre nå når og også om opp oss over
    på samme seg selv si sia sidan siden sin sine sitt skal skulle slik so som somme sånn så til under
    upp ut uten var vart ved vere verte vi vil ville vor vore vort være vært vår våre å`,
}
