import type { LineItemFilterInput, LineItemOrder, OrderDirection } from '../contract/types.ts'

/** The formats of a file of line items. */
export const formats = ['csv', 'xlsx'] as const
type ExportFormat = (typeof formats)[number]

/** The address of a file with the whole list of a filter, in its order, on a day, or if none is chosen, on that of the server. */
export function exportAddress(
  format: ExportFormat,
  language: string,
  filter: LineItemFilterInput,
  order: { orderBy: LineItemOrder; direction: OrderDirection },
  chosen: string | undefined,
): string {
  const query = new URLSearchParams()
  const { on: _, ...rest } = filter // the day of the file is that of its filter
  flatten(query, '', rest)
  flatten(query, '', { ...order, on: chosen, format, language })
  return `/export/line-items?${query}`
}

/** Writes a field of a field with a dot, and a list by repeating its name, as the export reads them. */
function flatten(query: URLSearchParams, prefix: string, of: object) {
  for (const [name, value] of Object.entries(of)) {
    if (Array.isArray(value)) {
      value.forEach((one) => query.append(prefix + name, String(one)))
    } else if (typeof value === 'object' && value !== null) {
      flatten(query, `${prefix}${name}.`, value)
    } else if (value !== null && value !== undefined) {
      query.append(prefix + name, String(value))
    }
  }
}
