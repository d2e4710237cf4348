/** The words of the first moment, in every language: nobody waits for a file of words then. */
export const opening = {
  en: {
    'search.label': 'Search help',
    'panel.close': 'Close help',
    'panel.help': 'Help',
    'home.greeting': 'How can we help?',
  },
  sv: {
    'search.label': 'Sök i hjälpen',
    'panel.close': 'Stäng hjälpen',
    'panel.help': 'Hjälp',
    'home.greeting': 'Vad kan vi hjälpa till med?',
  },
  da: {
    'search.label': 'Søg i hjælpen',
    'panel.close': 'Luk hjælpen',
    'panel.help': 'Hjælp',
    'home.greeting': 'Hvad kan vi hjælpe med?',
  },
  nb: {
    'search.label': 'Søk i hjelpen',
    'panel.close': 'Lukk hjelpen',
    'panel.help': 'Hjelp',
    'home.greeting': 'Hva kan vi hjelpe med?',
  },
  uk: {
    'search.label': 'Шукати в довідці',
    'panel.close': 'Закрити довідку',
    'panel.help': 'Довідка',
    'home.greeting': 'Чим ми можемо допомогти?',
  },
} as const
