/** Whether a name, or a word of it, begins with every word of a text. Ids and numbers fit as a whole too. */
export function fits(name: string, text: string): boolean {
  const whole = name.toLocaleLowerCase()
  const words = [...whole.split(/\s+/u), ...whole.split(/[\s\-.,/()]+/u)]
  return text
    .toLocaleLowerCase()
    .trim()
    .split(/\s+/u)
    .every((part) => words.some((word) => word.startsWith(part)))
}
