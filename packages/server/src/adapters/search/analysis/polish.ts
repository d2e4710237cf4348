import type { Language } from './language.js'
import { lightStemmer } from './stemmer.js'

export const polish: Language = {
  stem: lightStemmer({
    ending: /(?:ami|ach|owi|ów|om|em|ego|emu|ymi|imi|ych|ich|ym|im|ej|[aąeęioóuy])$/,
    letters: 6,
    vowels: /[aąeęioóuy]+$/,
  }),
  stopWords: `
    a aby albo ale ani az aż bardzo bez bo być był była było były będzie chce ci co coś czy dla do gdy
    gdzie go i ich ile im inne innych ja jak jaka jaki jakie jako je jeden jednak jego jej jest jestem
    jeszcze jeśli jeżeli już każdy kiedy kto która które którego której który których którym którzy ku
    lub ma mam masz mi mnie moja moje może można mój mu my na nad nam nas nasz nasza nasze nie niej nim
    nich niż no o od on ona one oni oraz po pod podczas ponieważ przed przez przy raz są się skąd sobie
    swoje swojego swój ta tak taki takie także tam te tego tej ten to tu twoja twoje twój ty tych tylko
    tym u w wam was wasz wasza we wiele więc wszystkie wszystko z za ze że żeby`,
}
