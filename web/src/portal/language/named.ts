/** What a table of words has under a name that comes from outside; nothing under names that every object has. */
export function named<Words>(table: Readonly<Record<string, Words | undefined>>, name: string): Words | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
