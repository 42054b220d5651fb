/** A text with names in it, which stand between backticks. */
export function Inline({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- The parts of a text never change their order.
      <code key={at} lang="en" translate="no">
        {part}
      </code>
    ),
  )
}
