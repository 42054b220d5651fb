/** The whole number from 1 to max that an attribute has, or the usual one. */
export function numberIn(text: string, max: number, usual: number): number {
  const number = Math.trunc(Number(text))
  return number >= 1 && number <= max ? number : usual
}
