const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A number of bytes in the unit that fits, such as "12.4 MB". */
export function bytesInWords(bytes: string, locale: string): string {
  const count = Number(bytes)
  const power = Math.min(count < 1 ? 0 : Math.floor(Math.log10(count) / 3), units.length - 1)
  const value = count / 1000 ** power
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 100 ? 1 : 0,
  }).format(value)
}
