import type { ScreenTexts } from '../language/screenTexts.ts'

const en = () => ({ widgets: 'Widgets on other sites' })

const de = (): ReturnType<typeof en> => ({ widgets: 'Widgets auf anderen Seiten' })

/** The texts of the page that no account has. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
