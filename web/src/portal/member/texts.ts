import type { ScreenTexts } from '../language/screenTexts.ts'

const en = () => ({
  lacks: 'Without a service',
  without: (service: string) => `Without ${service.toLowerCase()}`,
})

const de = (): ReturnType<typeof en> => ({
  lacks: 'Ohne einen Dienst',
  without: (service) => `Ohne „${service}“`,
})

/** The texts of the list of people. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
