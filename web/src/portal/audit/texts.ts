import type { ScreenTexts } from '../language/screenTexts.ts'

const en = () => ({ open: (product: string, id: string) => `Open ${product}, ${id}` })

const de = (): ReturnType<typeof en> => ({ open: (product, id) => `${product}, ${id} öffnen` })

/** The texts of the page of records. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
