import type { ScreenTexts } from '../../portal/language/screenTexts.ts'

type Texts = {
  take: (price: string) => string
  is: string
  each: (quantity: string, price: string) => string
}

/** What the console says of the list price that it offers. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    take: (price) => `Take the list price, ${price}`,
    is: 'This is the list price',
    each: (quantity, price) => `${f.decimal(quantity)} × ${price}`,
  }),
  de: (f) => ({
    take: (price) => `Listenpreis übernehmen, ${price}`,
    is: 'Das ist der Listenpreis',
    each: (quantity, price) => `${f.decimal(quantity)} × ${price}`,
  }),
}
