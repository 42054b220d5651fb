import { Fragment, type ReactNode } from 'react'
import { useContract } from './contractContext.ts'
import { CodeLink, TypeLink } from './links.tsx'
import type { Contract } from './reference.ts'
import styles from './Reference.module.css'

/** A name that is written as no English word is: with a capital inside, or in capitals alone. */
const technical = /(`[^`]+`|\b[A-Za-z][a-z\d]*[A-Z]\w*\b|\b[A-Z][A-Z_]{2,}\b)/u

/** A name in a description, with a link if it is one of the contract. */
function Name({ contract, name, within }: { contract: Contract; name: string; within: string }): ReactNode {
  if (contract.byName.has(name) && name !== within) {
    return <TypeLink type={name} />
  }
  if (contract.byCode.has(name) && !contract.values.has(name)) {
    return <CodeLink code={name} />
  }
  const root = contract.rootOf.get(name)
  // A single word may be anything else, such as the name of a parameter.
  if (root !== undefined && root !== within && /[A-Z]/u.test(name)) {
    return (
      <TypeLink type={root} hash={name}>
        <code>{name}</code>
      </TypeLink>
    )
  }
  return null
}

/** A description, which is English, with links to the types, the codes and the root fields that it names. */
export function Prose({ text, within = '' }: { text: string | undefined; within?: string }) {
  const { contract } = useContract()
  if (text === undefined) {
    return null
  }
  return text.split('\n').map((paragraph) => (
    <p key={paragraph} className={styles.prose} lang="en">
      {paragraph.split(technical).map((part, at) => {
        const isCode = part.startsWith('`')
        const name = isCode ? part.slice(1, -1) : part
        const link = at % 2 === 1 ? Name({ contract, name, within }) : null
        // oxlint-disable-next-line react/no-array-index-key -- The parts of a text never change their order.
        return <Fragment key={at}>{link ?? (isCode ? <code>{name}</code> : part)}</Fragment>
      })}
    </p>
  ))
}
