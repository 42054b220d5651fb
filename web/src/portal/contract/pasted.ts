/** What stands around an id in a sentence. */
const around = /^[\s("'„“”‚‘’<[«]+|[\s)"'“”‘’>\]».,;:!?]+$/gu

/** An id of the contract, an activation id, or the number of an entitlement, as the last word of a text. */
const last = /[\s("'„“”‚‘’<[«]([a-z]+_[0-7][0-9A-TV-Z]{12}|[a-z]{2,6}-\d{6,}(?:-[0-9a-z]+)*)$/iu

/** An id or number of any form after its name and a colon. */
const named = /:\s+[("'„“”‚‘’<[«]*((?=\S*\d)\S{6,})$/u

/**
 * What a search looks for if a text was pasted as an e-mail has it: "Activation id: HLI-0002748-2AA27." means
 * HLI-0002748-2AA27. Other words stay as they are.
 */
export function pasted(text: string): string {
  const words = text.trim()
  const bare = words.replace(around, '')
  if (/\s/u.test(bare)) {
    return (last.exec(bare) ?? named.exec(bare))?.[1] ?? words
  }
  return /\d/u.test(bare) ? bare : words
}
