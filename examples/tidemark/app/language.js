import { speakLocale } from './support.js'

/** The words of the frame. The pages themselves are English; each `main` says so. */
const en = {
  overview: 'Overview',
  invoices: 'Invoices',
  customers: 'Customers',
  payments: 'Payments',
  settings: 'Settings',
  help: 'Help centre',
  support: 'Contact support',
  language: 'Language',
  appearance: 'Appearance',
  auto: 'Automatic',
  light: 'Light',
  dark: 'Dark',
  samplePeople: 'Sample people',
  logOut: 'Log out',
  skip: 'Skip to content',
  menu: 'Main menu',
  account: 'Account',
}

/** @type {Record<string, { name: string, words: typeof en }>} */
export const languages = {
  en: { name: 'English', words: en },
  sv: {
    name: 'Svenska',
    words: {
      overview: 'Översikt',
      invoices: 'Fakturor',
      customers: 'Kunder',
      payments: 'Betalningar',
      settings: 'Inställningar',
      help: 'Hjälpcenter',
      support: 'Kontakta supporten',
      language: 'Språk',
      appearance: 'Utseende',
      auto: 'Automatiskt',
      light: 'Ljust',
      dark: 'Mörkt',
      samplePeople: 'Exempelpersoner',
      logOut: 'Logga ut',
      skip: 'Hoppa till innehållet',
      menu: 'Huvudmeny',
      account: 'Konto',
    },
  },
  da: {
    name: 'Dansk',
    words: {
      overview: 'Overblik',
      invoices: 'Fakturaer',
      customers: 'Kunder',
      payments: 'Betalinger',
      settings: 'Indstillinger',
      help: 'Hjælpecenter',
      support: 'Kontakt support',
      language: 'Sprog',
      appearance: 'Udseende',
      auto: 'Automatisk',
      light: 'Lyst',
      dark: 'Mørkt',
      samplePeople: 'Eksempelpersoner',
      logOut: 'Log ud',
      skip: 'Gå til indholdet',
      menu: 'Hovedmenu',
      account: 'Konto',
    },
  },
  nb: {
    name: 'Norsk bokmål',
    words: {
      overview: 'Oversikt',
      invoices: 'Fakturaer',
      customers: 'Kunder',
      payments: 'Betalinger',
      settings: 'Innstillinger',
      help: 'Hjelpesenter',
      support: 'Kontakt kundestøtte',
      language: 'Språk',
      appearance: 'Utseende',
      auto: 'Automatisk',
      light: 'Lyst',
      dark: 'Mørkt',
      samplePeople: 'Eksempelpersoner',
      logOut: 'Logg ut',
      skip: 'Hopp til innholdet',
      menu: 'Hovedmeny',
      account: 'Konto',
    },
  },
  uk: {
    name: 'Українська',
    words: {
      overview: 'Огляд',
      invoices: 'Рахунки',
      customers: 'Клієнти',
      payments: 'Платежі',
      settings: 'Налаштування',
      help: 'Довідковий центр',
      support: 'Написати в підтримку',
      language: 'Мова',
      appearance: 'Вигляд',
      auto: 'Автоматично',
      light: 'Світлий',
      dark: 'Темний',
      samplePeople: 'Умовні користувачі',
      logOut: 'Вийти',
      skip: 'Перейти до вмісту',
      menu: 'Головне меню',
      account: 'Обліковий запис',
    },
  },
}

/** The words of the frame in the language of the page. */
export const words = () => languages[document.documentElement.lang]?.words ?? en

/** @param {string} code */
export function speak(code) {
  if (!Object.hasOwn(languages, code)) return
  document.documentElement.lang = code
  remember('tidemark.language', code)
  void speakLocale(code)
}

/** @param {string} appearance `auto` follows the system. */
export function appear(appearance) {
  const root = document.documentElement
  if (appearance === 'auto') delete root.dataset.appearance
  else root.dataset.appearance = appearance
  remember('tidemark.appearance', appearance)
}

/** Takes up what was chosen last time. */
export function restoreChoices() {
  const code = recall('tidemark.language')
  if (code && code !== 'en') speak(code)
  const appearance = recall('tidemark.appearance')
  if (appearance && appearance !== 'auto') appear(appearance)
}

/**
 * @param {string} key
 * @param {string} value
 */
function remember(key, value) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

/** @param {string} key */
function recall(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
