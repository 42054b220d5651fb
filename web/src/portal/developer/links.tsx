import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useContract } from './contractContext.ts'
import styles from './Reference.module.css'
import { named } from './reference.ts'

/** A link to a type, and to a field or a value of it. */
export function TypeLink({
  type,
  hash,
  look = 'link',
  label,
  children,
}: {
  type: string
  hash?: string
  look?: 'link' | 'quiet'
  label?: string
  children?: ReactNode
}) {
  const { account } = useContract()
  return (
    <Link
      to="/accounts/$account/developers"
      params={{ account }}
      search={{ type }}
      {...(hash !== undefined && { hash })}
      hashScrollIntoView={false}
      className={styles[look]}
      aria-label={label}
      lang="en"
      translate="no"
    >
      {children ?? <code>{hash === undefined ? type : `${type}.${hash}`}</code>}
    </Link>
  )
}

/** A type as a field has it, such as [LineItem!]!, with a link to the type in it. */
export function TypeOf({ type }: { type: string }) {
  const name = named(type)
  const [before, after] = type.split(name)
  return (
    <code className={styles.typeOf} lang="en" translate="no">
      {before}
      <TypeLink type={name}>{name}</TypeLink>
      {after}
    </code>
  )
}

/** A link to a code of an error. */
export function CodeLink({ code }: { code: string }) {
  const { account } = useContract()
  return (
    <Link
      to="/accounts/$account/developers"
      params={{ account }}
      search={{ tab: 'codes' }}
      hash={code}
      hashScrollIntoView={false}
      className={styles.link}
    >
      <code>{code}</code>
    </Link>
  )
}
