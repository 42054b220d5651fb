import { useEffect } from 'react'
import type { HoldingFate, HoldingKind } from '../contract/types.ts'
import { useLanguage } from '../language/language.tsx'
import type { RemoveMemberMutation } from './changes.ts'
import styles from './dialogs.module.css'

type Holding = NonNullable<RemoveMemberMutation['change']>['holdings'][number]

/** Things of one kind that have the same fate. */
type Alike = { kind: HoldingKind; fate: HoldingFate; labels: string[] }

function alike(holdings: readonly Holding[]): Alike[] {
  const found = new Map<string, Alike>()
  for (const { kind, fate, label } of holdings) {
    const key = `${kind} ${fate}`
    const known = found.get(key) ?? { kind, fate, labels: [] }
    known.labels.push(label)
    found.set(key, known)
  }
  return [...found.values()]
}

/**
 * What a member still holds, and what happens to it.
 *
 * @param devices is called if devices are among it, for which another member can be chosen
 */
export function Holdings({ holdings, devices }: { holdings: readonly Holding[]; devices: () => void }) {
  const { texts } = useLanguage()
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
      <h3 className={styles.heading}>{texts.people.holds}</h3>
      <ul className={styles.list}>
        {alike(holdings).map(({ kind, fate, labels }) => (
          <li key={kind + fate}>
            <span>
              {texts.people.holding[kind](labels.length)}
              <span className={styles.labels}> {[...labels.slice(0, 3), ...(labels.length > 3 ? ['…'] : [])].join(', ')}</span>
            </span>
            <span>{texts.people.fate[fate]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
