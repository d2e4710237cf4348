import type { Language } from './language.js'
import { snowballStemmer } from './stemmer.js'

export const english: Language = {
  stem: snowballStemmer('english'),
  stopWords: `
    a about after again all also am an and any are aren't as at be because been before being both but by
    can can't cannot could couldn't did didn't do does doesn't doing don't during each for from further
    had has hasn't have haven't having he he'd her here hers him his how i i'd i'll i'm i've if in into is
    isn't it its itself just let let's may me might more most must my no nor not of off on once only or
    other our ours out over own please same shall she should shouldn't so some such than that the their
    theirs them then there these they they're this those to too under until up us very want was wasn't we
    were weren't what when where which while who whom whose why will with won't would wouldn't you
    you'd you'll you're you've your yours`,
}
