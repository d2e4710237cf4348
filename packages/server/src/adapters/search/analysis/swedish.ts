import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

export const swedish: Language = {
  stem: snowballStemmer('swedish'),
  compoundLinks: ['', 's', 'e'],
  stopWords: `
    alla allt alltså andra att av bara blev bli blir blivit då de dem den denna deras dess dessa det detta
    dig din dina dit ditt dom du där därför efter eller en er era ert ett finns från för få får göra gör
    ha hade han hans har hej henne hennes hon honom hos hur här i icke in ingen inget inom inte ja jag ju
    kan kunde man med mellan men mig min mina mitt mot mycket måste ni nu när något någon några nej och
    om oss på sedan sig sin sina sitt själv ska skall skulle som så sådan sådana sådant till under upp ut
    utan vad var vara varför varit varje vars vart vem vems vi vid vilka vilken vilket vill åt är även över`,
}
