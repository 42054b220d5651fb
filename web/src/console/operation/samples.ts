import type { ServerQuery } from './server.ts'
import type { Figure } from './texts.ts'

/** What the server measured in one minute. */
export type Sample = NonNullable<NonNullable<ServerQuery['serverState']>['samples']>[number]

/** The figures over time, in the order in which they are shown. */
export const figures: readonly Figure[] = ['requests', 'p95', 'errors', 'queued', 'database']

/** A figure of one minute; null if nothing was measured. Sizes are in millions of bytes. */
export function valueOf(figure: Figure, sample: Sample): number | null {
  switch (figure) {
    case 'p95':
      return sample.p95Milliseconds
    case 'database':
      return Number(sample.databaseBytes) / 1_000_000
    default:
      return sample[figure]
  }
}

/** The figures of an hour: its beginning, their average and the highest one; null if nothing was measured. */
export type Hour = { at: string; average: number | null; most: number | null }

/** What was measured, hour by hour: a table of minutes would be too long to be read. */
export function byHour(figure: Figure, samples: readonly Sample[]): Hour[] {
  const hours = new Map<string, number[]>()
  for (const sample of samples) {
    // A sample is of the minute that ends with it.
    const hour = new Date(Math.floor((Date.parse(sample.at) - 1) / 3_600_000) * 3_600_000).toISOString()
    const value = valueOf(figure, sample)
    hours.set(hour, [...(hours.get(hour) ?? []), ...(value === null ? [] : [value])])
  }
  return [...hours].map(([at, values]) => ({
    at,
    average: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    most: values.length === 0 ? null : Math.max(...values),
  }))
}
