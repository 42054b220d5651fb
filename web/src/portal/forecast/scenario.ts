import type { ForecastScenarioInput } from '../contract/types.ts'
import type { ForecastSearch } from './search.ts'

/** The line items of a list in the address. */
export function listed(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',')
}

/** A list of the address; nothing if it is empty. */
export function written(list: readonly string[]): string | undefined {
  return list.length === 0 ? undefined : list.join(',')
}

/** The quantities of which fewer are renewed, by line items. */
export function fewerOf(text: string | undefined): Map<string, string> {
  return new Map(listed(text).map((one) => one.split(':') as [string, string]))
}

/** What the address assumes, as the contract takes it; null if it assumes nothing. */
export function scenarioOf({ uplift, align, drop, fewer }: ForecastSearch): ForecastScenarioInput | null {
  const [month, day] = align?.split('-') ?? []
  const scenario: ForecastScenarioInput = {
    ...(uplift !== undefined && { upliftPercent: uplift }),
    ...(month !== undefined && day !== undefined && { alignTo: { month: Number(month), day: Number(day) } }),
    ...(drop !== undefined && { drop: listed(drop) }),
    ...(fewer !== undefined && {
      quantities: [...fewerOf(fewer)].map(([lineItem, quantity]) => ({ lineItem, quantity })),
    }),
  }
  return Object.keys(scenario).length === 0 ? null : scenario
}
