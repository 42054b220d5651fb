import { dayAfter, written } from '../days.ts'
import { dayOf, forever, type Order, trial } from './selling.ts'

/** The rights with which something happens, by the numbers of their orders. */
export const late = 1
export const wrong = 2
export const withdrawn = 3
export const early = 11
export const tried = 12
export const covered = 13
export const fewer = 21
export const held = 22

/** What was ordered otherwise than the orders with which nothing happens. */
const special: readonly Order[] = [
  { number: late, pieces: 2, startsOn: dayOf(0, 1) },
  { number: wrong, pieces: 2, startsOn: dayOf(4, 1) },
  { number: withdrawn, pieces: 2, startsOn: dayOf(4, 1) },
  { number: early, pieces: 2, startsOn: dayOf(4, 1) },
  { number: tried, part: trial, pieces: 1, startsOn: dayAfter(-3) },
  { number: covered, part: forever, pieces: 2, startsOn: dayOf(0, 1) },
  { number: fewer, pieces: 2, startsOn: dayOf(0, 1) },
  { number: held, pieces: 2, startsOn: dayOf(4, 1) },
]

/** Ten orders of a customer, with numbers from one on. */
export function ordersFrom(first: number): Order[] {
  return Array.from({ length: 10 }, (_, place) => {
    const number = first + place
    const plain = { number, pieces: 1 + (number % 3), startsOn: dayOf(number % 6, 1 + (number % 27)) }
    return special.find((order) => order.number === number) ?? plain
  })
}

const [before, first, third, fourth, today, next] = [
  dayOf(-1, 15),
  dayOf(1, 15),
  dayOf(3, 15),
  dayOf(4, 15),
  dayAfter(0),
  dayOf(7, 15),
] as const

/** What the portal tells of a right. */
export interface Told {
  /** On each of six days the number of seats, with + if they are covered, or the state in which it grants nothing. */
  on: readonly string[]
  /** A day, and what its page says in one sentence then. */
  sentence: readonly [string, string]
  /** What its history says. */
  because: readonly string[]
}

/** The six days. */
export const days = [before, first, third, fourth, today, next]

/** What is told of each of the eight rights. */
export const told = new Map<number, Told>([
  [
    late,
    {
      on: ['Not begun', '10+', '10+', '10+', 'Ended', 'Ended'],
      sentence: [before, `10 seats, beginning on ${written(dayOf(0, 1))}.`],
      because: ['Granted: 10 seats', 'Renewed with 10 seats', 'Support, Office hours was extended'],
    },
  ],
  [
    wrong,
    {
      on: ['Not begun', 'Not begun', 'Not begun', '8+', '8+', 'Ended'],
      sentence: [fourth, '8 seats, active'],
      because: ['Granted: 8 seats, and not 10 seats'],
    },
  ],
  [
    withdrawn,
    {
      on: ['Not begun', 'Not begun', 'Not begun', '10+', 'Withdrawn', 'Withdrawn'],
      sentence: [today, `withdrawn by the producer from ${written(today)} on`],
      because: ['Withdrawn: the whole entitlement', 'Returned to the dealer'],
    },
  ],
  [
    early,
    {
      on: ['Not begun', 'Not begun', 'Not begun', '10+', '10+', '10+'],
      sentence: [next, `Right and coverage end together, on ${written(dayOf(10, 0))}.`],
      because: ['Renewed with 10 seats'],
    },
  ],
  [
    tried,
    {
      on: ['Not begun', 'Not begun', 'Not begun', 'Not begun', '5+', '5+'],
      sentence: [today, '5 seats, active'],
      because: ['Granted: 5 seats', 'Converted to 5 seats'],
    },
  ],
  [
    covered,
    {
      on: ['Not begun', '10+', '10', '10+', '10+', '10'],
      sentence: [third, `Nothing covers it now. It is covered again from ${written(dayOf(4, 1))}`],
      because: ['Maintenance, Office hours was added', 'Maintenance, Office hours was extended'],
    },
  ],
  [
    fewer,
    {
      on: ['Not begun', '10+', '6+', '6+', 'Ended', 'Ended'],
      sentence: [third, '6 seats, active'],
      because: ['Granted: 10 seats', 'Renewed with 6 seats'],
    },
  ],
  [
    held,
    {
      on: ['Not begun', 'Not begun', 'Not begun', '10+', 'On hold', 'On hold'],
      sentence: [today, 'on hold until the producer decides'],
      because: ['Put on hold', 'The invoice is not paid'],
    },
  ],
])
