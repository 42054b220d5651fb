import { yesOrNo } from '../contract/address.ts'

/** What the budget assumes, and which month is open, as its address says it. Without months it has 12. */
export type ForecastSearch = {
  months?: string
  below?: false
  /** Prices rise by this many per cent. */
  uplift?: string
  /** All terms end on this day of a year, such as 12-31. */
  align?: string
  /** Line items that are not renewed, with commas between them. */
  drop?: string
  /** Line items of which fewer are renewed, each with its quantity: line_…:5 */
  fewer?: string
  /** The month of which the amounts are shown, such as 2027-03. */
  month?: string
}

const id = 'line_[0-7][0-9A-TV-Z]{12}'
const forms = {
  months: /^(?:18|24|36)$/u,
  uplift: /^-?\d{1,3}(?:\.\d{1,2})?$/u,
  align: /^\d\d-\d\d$/u,
  drop: new RegExp(`^${id}(?:,${id}){0,99}$`, 'u'),
  fewer: new RegExp(`^${id}:[\\d.]{1,20}(?:,${id}:[\\d.]{1,20}){0,99}$`, 'u'),
  month: /^\d{4}-\d\d$/u,
}

/** Reads the address. What it does not understand is left out. */
export function forecastSearch(search: Record<string, unknown>): ForecastSearch {
  return {
    ...Object.fromEntries(
      Object.entries(forms).flatMap(([name, form]) => {
        const value = search[name]
        return (typeof value === 'string' || typeof value === 'number') && form.test(String(value))
          ? [[name, String(value)]]
          : []
      }),
    ),
    ...(yesOrNo(search.below) === false && { below: false }),
  }
}
