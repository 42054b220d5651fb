import type { Refusal } from '../../portal/kit/proposal.ts'

/** What finds a value that the contract gives along, in the viewer's language. */
type Find = (name: string) => string

/**
 * Words for a refusal that has no code of its own: the message of the contract, with the names of its values in braces, and
 * what is said in its place.
 */
export type Specific = readonly (readonly [message: string, words: (told: Find) => string])[]

/** Whether a message of the contract is the one that is meant, whatever its values are. */
function isMessage(message: string, template: string): boolean {
  const parts = template.split(/\{\w+\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  return new RegExp(`^${parts.join('.+')}$`, 'u').test(message)
}

/** What is said in place of the message of a refusal, if its words are known. */
export function specificOf({ message }: Refusal, known: Specific, told: Find): string | undefined {
  return known.find(([template]) => isMessage(message, template))?.[1](told)
}
