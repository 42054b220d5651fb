import type { ScreenTexts } from '../../portal/language/screenTexts.ts'
import type { Interval } from './instalments.ts'

type Texts = {
  pay: string
  instalments: string
  count: string
  interval: string
  intervals: Record<Interval, string>
  from: string
  dueOn: (place: number) => string
  amount: (place: number) => string
  remove: (place: number) => string
  add: string
  again: string
  sum: (sum: string, isPrice: boolean) => string
  missing: string
  /** Said of instalments after the price became another one. */
  follows: string
  one: (day: string, money: string) => string
  many: (count: number) => string
  range: (count: number, from: string, to: string) => string
}

/** What the console says of instalments. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    pay: 'Pay in instalments',
    instalments: 'Instalments',
    count: 'How many',
    interval: 'How often',
    intervals: { YEARLY: 'Yearly', QUARTERLY: 'Every quarter', MONTHLY: 'Monthly' },
    from: 'First due on',
    dueOn: (place) => `Instalment ${f.count(place)} is due on`,
    amount: (place) => `Amount of instalment ${f.count(place)}`,
    remove: (place) => `Remove instalment ${f.count(place)}`,
    add: 'Add an instalment',
    again: 'Split the price again',
    sum: (sum, isPrice) =>
      isPrice ? `Together ${sum}, which is the price.` : `Together ${sum}. This is not the price.`,
    missing: 'Give the price, and every day and amount.',
    follows: 'Each kept its day and its part of the price.',
    one: (day, money) => `${money} on ${f.day(day)}`,
    many: (count) => `${f.count(count)} ${f.plural(count, { one: 'instalment', other: 'instalments' })}`,
    range: (count, from, to) => `${f.count(count)} instalments, from ${f.day(from)} to ${f.day(to)}`,
  }),
  de: (f) => ({
    pay: 'In Raten zahlen',
    instalments: 'Raten',
    count: 'Wie viele',
    interval: 'Wie oft',
    intervals: { YEARLY: 'Jährlich', QUARTERLY: 'Vierteljährlich', MONTHLY: 'Monatlich' },
    from: 'Erstmals fällig am',
    dueOn: (place) => `Rate ${f.count(place)} ist fällig am`,
    amount: (place) => `Betrag der Rate ${f.count(place)}`,
    remove: (place) => `Rate ${f.count(place)} entfernen`,
    add: 'Rate hinzufügen',
    again: 'Preis neu aufteilen',
    sum: (sum, isPrice) =>
      isPrice ? `Zusammen ${sum}, das ist der Preis.` : `Zusammen ${sum}. Das ist nicht der Preis.`,
    missing: 'Geben Sie den Preis an und jeden Tag und Betrag.',
    follows: 'Jede hat ihren Tag und ihren Anteil am Preis behalten.',
    one: (day, money) => `${money} am ${f.day(day)}`,
    many: (count) => `${f.count(count)} ${f.plural(count, { one: 'Rate', other: 'Raten' })}`,
    range: (count, from, to) => `${f.count(count)} Raten, vom ${f.day(from)} bis zum ${f.day(to)}`,
  }),
}
