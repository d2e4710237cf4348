import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

export const spanish: Language = {
  stem: snowballStemmer('spanish'),
  stopWords: `
    a al algo algún alguna algunas alguno algunos ante antes aquel aquella así aún aunque cada como cómo
    con contra cuál cuáles cualquier cuando cuándo de del desde donde dónde dos durante e el él ella ellas
    ellos en entre era eran es esa esas ese eso esos está están estar estas este esto estos estoy ha hace
    hacer hacia han has hasta hay he la las le les lo los más me mi mí mis mucho muy nada ni no nos
    nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque puede puedo pues que
    qué quien quién quiero se sea ser si sí sido sin sobre son soy su sus también tan tanto te tener
    tengo ti tiene tienen toda todas todo todos tu tú tus un una unas uno unos usted ustedes va vosotros
    y ya yo`,
}
