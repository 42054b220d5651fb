/** Marks that stand around an id in a sentence, in brackets or between quotation marks. */
const around = /^[\s"'“”„«»‘’‚()[\]<>]+|[\s"'“”„«»‘’‚()[\]<>.,;:!?]+$/gu

/** An id of the contract, such as line_…, or a number such as HLI-0002748-2AA27. */
const isId = /^(?:[a-z]+_\w{8,}|\p{L}+-\d{4,}[\p{L}\d-]*)$/u

/**
 * What a text means that was pasted from an e-mail or a log: without the marks around it, and only the id if there is one
 * among other words, or if it stands behind words and a colon.
 */
export function pasted(text: string): string {
  const bare = text.replaceAll(around, '')
  const words = bare.split(/\s+/u).map((word) => word.replaceAll(around, ''))
  const ids = words.filter((word) => isId.test(word))
  const behindColon = /:\s*(\S*\d\S*)$/u.exec(bare)?.[1]
  return (ids.length === 1 ? ids[0] : behindColon) ?? bare
}
