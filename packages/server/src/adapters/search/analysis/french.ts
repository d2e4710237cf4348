import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

export const french: Language = {
  stem: snowballStemmer('french'),
  elisions: ['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu'],
  stopWords: `
    a à ai aie alors après as au aucun aussi autre aux avant avec avez avoir avons c ce cela ces cet cette
    ceux chaque ci comme comment d dans de depuis des doit donc du elle elles en encore est et étaient
    était été être eu eux fait faire faut il ils j je l la là le les leur leurs lui m ma mais me même mes
    moi mon n ne ni nos notre nous on ont ou où par pas peu peut peux plus pour pourquoi puis qu quand que
    quel quelle quelles quels qui quoi s sa sans se sera ses si sont son sous suis sur t ta te tes toi ton
    tous tout toute toutes très tu un une va veux vos votre vous y`,
}
