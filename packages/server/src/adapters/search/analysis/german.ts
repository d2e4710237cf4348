import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

export const german: Language = {
  stem: snowballStemmer('german'),
  compoundLinks: ['', 's', 'e', 'n', 'en', 'er', 'es'],
  stopWords: `
    aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist
    bitte da damit dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser
    dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer eure für gegen
    gibt hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
    in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine können könnte machen man mehr mein
    meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr
    sein seine seinem seinen seiner sich sie sind so soll sollte sondern über um und uns unser unsere
    unter viel vom von vor wann war waren warum was weil welche welchem welchen welcher welches wenn wer
    werde werden wie wieder will wir wird wo wurde wurden zu zum zur zwischen`,
}
