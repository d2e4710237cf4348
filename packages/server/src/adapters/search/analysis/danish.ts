import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

export const danish: Language = {
  stem: snowballStemmer('danish'),
  compoundLinks: ['', 's', 'e'],
  stopWords: `
    ad af alle alt anden andre at blev blive bliver da de dem den denne der deres det dette dig din dine
    disse dit dog du efter eller en end er et findes for fordi fra få får før gør gøre ham han hans har
    havde have hej hende hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan
    hvorfor hvornår i igen ikke ind ja jeg jer jeres jo kan kun kunne man mange med meget mellem men mig
    min mine mit mod må måske nej ni nogen noget nogle nu når og også om op os over på samme selv sig sin
    sine sit skal skulle som sådan så til ud under var ved vi via vil ville vor vores være været`,
}
