import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

export const portuguese: Language = {
  stem: snowballStemmer('portuguese'),
  stopWords: `
    a à ao aos aquela aquele aqueles aquilo as às até cada com como da das de dela dele deles depois do
    dos e é ela elas ele eles em entre era essa essas esse esses esta está estão estar estas este estes
    estou eu faço faz fazer foi for foram há isso isto já lhe lhes mais mas me mesmo meu meus minha minhas
    muito na não nas nem no nos nós nossa nosso num numa o onde os ou para pela pelas pelo pelos pode
    posso por porque qual quais quando que quem quero são se seja sem ser seu seus só sobre sua suas
    também te tem têm tenho ter teu teus toda todas todo todos tu tua tuas um uma umas uns você vocês vos`,
}
