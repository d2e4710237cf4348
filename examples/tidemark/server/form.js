/**
 * What Tidemark asks beside subject and message, in five languages.
 *
 * @type {NonNullable<NonNullable<import('@waypost/server').ConfigInput['sites']>[number]['form']>}
 */
export const form = {
  fields: [
    {
      id: 'where',
      type: 'choice',
      kinds: ['problem'],
      label: {
        en: 'Where does it happen?',
        sv: 'Var händer det?',
        da: 'Hvor sker det?',
        nb: 'Hvor skjer det?',
        uk: 'Де це стається?',
      },
      options: [
        {
          value: 'invoices',
          label: {
            en: 'Invoices',
            sv: 'Fakturor',
            da: 'Fakturaer',
            nb: 'Fakturaer',
            uk: 'Рахунки',
          },
        },
        {
          value: 'payments',
          label: {
            en: 'Card payments',
            sv: 'Kortbetalningar',
            da: 'Kortbetalinger',
            nb: 'Kortbetalinger',
            uk: 'Оплата карткою',
          },
        },
        {
          value: 'phone',
          label: {
            en: 'On the phone',
            sv: 'I mobilen',
            da: 'På mobilen',
            nb: 'På mobilen',
            uk: 'У телефоні',
          },
        },
        {
          value: 'elsewhere',
          label: {
            en: 'Somewhere else',
            sv: 'Någon annanstans',
            da: 'Et andet sted',
            nb: 'Et annet sted',
            uk: 'В іншому місці',
          },
        },
      ],
    },
    {
      id: 'model',
      type: 'text',
      required: true,
      when: { field: 'where', is: ['phone'] },
      label: {
        en: 'Which phone?',
        sv: 'Vilken telefon?',
        da: 'Hvilken telefon?',
        nb: 'Hvilken telefon?',
        uk: 'Який телефон?',
      },
      help: {
        en: 'Model and version, such as iPhone 15, iOS 26',
        sv: 'Modell och version, till exempel iPhone 15, iOS 26',
        da: 'Model og version, for eksempel iPhone 15, iOS 26',
        nb: 'Modell og versjon, for eksempel iPhone 15, iOS 26',
        uk: 'Модель і версія, наприклад iPhone 15, iOS 26',
      },
    },
    {
      id: 'since',
      type: 'date',
      kinds: ['problem'],
      label: {
        en: 'Since when?',
        sv: 'Sedan när?',
        da: 'Siden hvornår?',
        nb: 'Siden når?',
        uk: 'Відколи?',
      },
    },
    {
      id: 'order',
      type: 'order',
      kinds: ['order'],
      required: true,
      label: {
        en: 'Which order?',
        sv: 'Vilken beställning?',
        da: 'Hvilken ordre?',
        nb: 'Hvilken bestilling?',
        uk: 'Яке замовлення?',
      },
      help: {
        en: 'The number is in the confirmation, such as TS-2041',
        sv: 'Numret står i bekräftelsen, till exempel TS-2041',
        da: 'Nummeret står i bekræftelsen, for eksempel TS-2041',
        nb: 'Nummeret står i bekreftelsen, for eksempel TS-2041',
        uk: 'Номер є в підтвердженні, наприклад TS-2041',
      },
    },
    {
      id: 'matter',
      type: 'choice',
      kinds: ['order'],
      required: true,
      label: {
        en: 'What is wrong?',
        sv: 'Vad är fel?',
        da: 'Hvad er der galt?',
        nb: 'Hva er galt?',
        uk: 'Що не так?',
      },
      options: [
        {
          value: 'late',
          label: {
            en: 'It has not arrived',
            sv: 'Den har inte kommit',
            da: 'Den er ikke kommet frem',
            nb: 'Den har ikke kommet',
            uk: 'Воно не надійшло',
          },
        },
        {
          value: 'damaged',
          label: {
            en: 'It arrived damaged',
            sv: 'Den kom fram trasig',
            da: 'Den kom frem i stykker',
            nb: 'Den kom fram ødelagt',
            uk: 'Воно прийшло пошкодженим',
          },
        },
        {
          value: 'wrong',
          label: {
            en: 'It is something else',
            sv: 'Det är fel vara',
            da: 'Det er den forkerte vare',
            nb: 'Det er feil vare',
            uk: 'Прийшло не те',
          },
        },
        {
          value: 'return',
          label: {
            en: 'I want to send it back',
            sv: 'Jag vill skicka tillbaka den',
            da: 'Jeg vil sende den tilbage',
            nb: 'Jeg vil sende den tilbake',
            uk: 'Хочу його повернути',
          },
        },
      ],
    },
    {
      id: 'photo',
      type: 'file',
      max: 3,
      when: { field: 'matter', is: ['damaged', 'wrong'] },
      label: {
        en: 'A picture of it',
        sv: 'En bild på den',
        da: 'Et billede af den',
        nb: 'Et bilde av den',
        uk: 'Фото',
      },
      help: {
        en: 'Then we don’t have to ask you for one.',
        sv: 'Då slipper vi be dig om en.',
        da: 'Så behøver vi ikke bede dig om et.',
        nb: 'Da slipper vi å be deg om et.',
        uk: 'Тоді не доведеться просити його окремо.',
      },
    },
    {
      id: 'wish',
      type: 'choices',
      kinds: ['complaint'],
      label: {
        en: 'What would put it right?',
        sv: 'Vad skulle göra det bra igen?',
        da: 'Hvad kan gøre det godt igen?',
        nb: 'Hva kan gjøre det godt igjen?',
        uk: 'Що могло б це виправити?',
      },
      options: [
        {
          value: 'explanation',
          label: {
            en: 'An explanation',
            sv: 'En förklaring',
            da: 'En forklaring',
            nb: 'En forklaring',
            uk: 'Пояснення',
          },
        },
        {
          value: 'correction',
          label: {
            en: 'A correction',
            sv: 'En rättelse',
            da: 'En rettelse',
            nb: 'En rettelse',
            uk: 'Виправлення',
          },
        },
        {
          value: 'refund',
          label: {
            en: 'My money back',
            sv: 'Pengarna tillbaka',
            da: 'Pengene tilbage',
            nb: 'Pengene tilbake',
            uk: 'Повернення коштів',
          },
        },
      ],
    },
    {
      id: 'phone',
      type: 'phone',
      kinds: ['callback'],
      required: true,
      label: {
        en: 'Phone number',
        sv: 'Telefonnummer',
        da: 'Telefonnummer',
        nb: 'Telefonnummer',
        uk: 'Номер телефону',
      },
      help: {
        en: 'With country code. We use it for this call alone.',
        sv: 'Med landsnummer. Vi använder det bara för det här samtalet.',
        da: 'Med landekode. Vi bruger det kun til dette opkald.',
        nb: 'Med landskode. Vi bruker det bare til denne samtalen.',
        uk: 'З кодом країни. Використаємо його лише для цього дзвінка.',
      },
    },
    {
      id: 'window',
      type: 'time-window',
      kinds: ['callback'],
      required: true,
      label: {
        en: 'When suits you?',
        sv: 'När passar det?',
        da: 'Hvornår passer det?',
        nb: 'Når passer det?',
        uk: 'Коли вам зручно?',
      },
      help: {
        en: 'Stockholm time, on the next working day',
        sv: 'Svensk tid, nästa arbetsdag',
        da: 'Svensk tid, næste hverdag',
        nb: 'Svensk tid, neste arbeidsdag',
        uk: 'За стокгольмським часом, наступного робочого дня',
      },
      options: ['9–12', '12–15', '15–17'],
    },
    // The page says it of who is signed in, in `app/support.js`; nobody is asked.
    { id: 'plan', type: 'text', label: 'Plan', hidden: true },
  ],
  consent: {
    en: 'Tidemark may keep what I write here until the matter is settled.',
    sv: 'Tidemark får spara det jag skriver här tills ärendet är avslutat.',
    da: 'Tidemark må gemme det, jeg skriver her, til sagen er afsluttet.',
    nb: 'Tidemark kan lagre det jeg skriver her, til saken er avsluttet.',
    uk: 'Tidemark може зберігати написане тут, доки питання не буде вирішено.',
  },
  privacyUrl: {
    en: '/demo/privacy/en',
    sv: '/demo/privacy/sv',
    da: '/demo/privacy/da',
    nb: '/demo/privacy/nb',
    uk: '/demo/privacy/uk',
  },
}
