import { useEffect } from 'react'
import type { HoldingFate, HoldingKind } from '../contract/types.ts'
import { useLanguage } from '../language/language.tsx'
import type { RemoveMemberMutation } from './changes.ts'
import styles from './dialogs.module.css'

type Holding = NonNullable<RemoveMemberMutation['change']>['holdings'][number]

/** Things of one kind that have the same fate. */
type Alike = { kind: HoldingKind; fate: HoldingFate; labels: string[] }

function alike(holdings: readonly Holding[], nameOf: (holding: Holding) => string): Alike[] {
  const found = new Map<string, Alike>()
  for (const holding of holdings) {
    const { kind, fate } = holding
    const key = `${kind} ${fate}`
    const known = found.get(key) ?? { kind, fate, labels: [] }
    known.labels.push(nameOf(holding))
    found.set(key, known)
  }
  return [...found.values()]
}

/**
 * What a member still holds, and what happens to it.
 *
 * @param devices is called if devices are among it, for which another member can be chosen
 */
export function Holdings({
  holdings,
  done,
  devices,
}: {
  holdings: readonly Holding[]
  done: boolean
  devices: () => void
}) {
  const { texts, format } = useLanguage()
  const nameOf = ({ label, signedInAt }: Holding) =>
    signedInAt === null ? label : texts.change.values.session(format.moment(signedInAt))
  const hasDevices = holdings.some(({ kind }) => kind === 'DEVICE')
  useEffect(() => {
    if (hasDevices) {
      devices()
    }
  })
  if (holdings.length === 0) {
    return null
  }
  return (
    <>
      <h3 className={styles.heading}>{done ? texts.change.field.holding : texts.people.holds}</h3>
      <ul className={styles.list}>
        {alike(holdings, nameOf).map(({ kind, fate, labels }) => (
          <li key={kind + fate}>
            <span>
              {texts.people.holding[kind](labels.length)}
              <span className={styles.labels}>
                {' '}
                {[...labels.slice(0, 3), ...(labels.length > 3 ? ['…'] : [])].join(', ')}
              </span>
            </span>
            <span>{done ? texts.change.values.names.HoldingFate?.[fate] : texts.people.fate[fate]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
