import type { ScreenTexts } from '../language/screenTexts.ts'

const en = () => ({
  playground: 'Open the queries of this screen in the playground',
  widgets: 'Widgets on other sites',
})

const de = (): ReturnType<typeof en> => ({
  playground: 'Abfragen dieser Seite im Playground öffnen',
  widgets: 'Widgets auf anderen Seiten',
})

/** The texts of actions of the palette that no screen shares. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
