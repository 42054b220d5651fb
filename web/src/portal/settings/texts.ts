import type { Language } from '../contract/types.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

const en = () => ({
  mails: {
    label: 'Language of e-mails',
    language: { EN: 'English', DE: 'German' } satisfies Record<Language, string>,
    notChosen: 'English, because you have chosen none',
    means: 'E-mails to you are written in it, whatever language this page has.',
    change: 'Change',
    title: 'Change the language of e-mails',
    action: 'Change language',
  },
  playground: {
    title: 'Playground',
    about:
      'Everything that this page shows comes from queries that you may send yourself. The playground has them, runs them as you, and lets you change them.',
    open: 'Open the playground',
    ofScreen: 'Open the queries of this screen',
    anywhere: 'On any other screen, the palette (Ctrl K) opens its queries.',
  },
})

const de = (): ReturnType<typeof en> => ({
  mails: {
    label: 'Sprache der E-Mails',
    language: { EN: 'Englisch', DE: 'Deutsch' },
    notChosen: 'Englisch, weil Sie keine gewählt haben',
    means: 'E-Mails an Sie sind in dieser Sprache, gleich welche diese Seite hat.',
    change: 'Ändern',
    title: 'Die Sprache der E-Mails ändern',
    action: 'Sprache ändern',
  },
  playground: {
    title: 'Playground',
    about:
      'Alles, was diese Seite zeigt, kommt aus Abfragen, die Sie auch selbst senden dürfen. Der Playground hat sie, führt sie mit Ihren Rechten aus und lässt Sie sie ändern.',
    open: 'Playground öffnen',
    ofScreen: 'Abfragen dieser Seite öffnen',
    anywhere: 'Auf jeder anderen Seite öffnet die Palette (Strg K) deren Abfragen.',
  },
})

/** The texts of the settings that no other screen shows. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
