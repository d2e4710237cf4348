/**
 * Whoever may be signed in. The page shows them, the server signs their identity.
 */
export const people = {
  ada: {
    sub: 'usr_ada',
    name: 'Ada Lindqvist',
    email: 'ada@lindqvistform.example',
    business: 'Lindqvist Form',
    work: 'Designer in Gothenburg',
    country: 'SE',
    currency: 'SEK',
    plan: 'Solo',
  },
  /** Keeps the books of Ada's business: reads what Ada asks, and can answer. */
  elin: {
    sub: 'usr_elin',
    name: 'Elin Holm',
    email: 'elin@lindqvistform.example',
    business: 'Lindqvist Form',
    work: 'Bookkeeper in Gothenburg',
    country: 'SE',
    currency: 'SEK',
    plan: 'Solo',
  },
  oleh: {
    sub: 'usr_oleh',
    name: 'Oleh Bondarenko',
    email: 'oleh@bondarenko.example',
    business: 'Bondarenko Software',
    work: 'Developer in Lviv',
    country: 'UA',
    currency: 'UAH',
    plan: 'Free',
  },
  /** On their first day: nothing is set up, and no invoice was sent. */
  nils: {
    sub: 'usr_nils',
    name: 'Nils Ek',
    email: 'nils@eksnickeri.example',
    business: 'Ek Snickeri',
    work: 'Carpenter in Uppsala, new here',
    country: 'SE',
    currency: 'SEK',
    plan: 'Free',
    segments: ['new'],
  },
}
