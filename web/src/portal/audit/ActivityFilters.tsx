import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { localDay } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { nameOf } from '../member/words.ts'
import { RecordedPersonDocument } from './activity.ts'
import type { ActivitySearch } from './search.ts'
import styles from './ActivityFilters.module.css'

const MemberChoice = later(async () => (await import('../member/MemberChoice.tsx')).MemberChoice)

/** Which records are shown: of a person, an action or a thing, one at a time, and of some days. */
export function ActivityFilters({
  account,
  search,
  label,
}: {
  account: string
  search: ActivitySearch
  label: string | undefined
}) {
  const { texts } = useLanguage()
  const t = texts.records
  const navigate = useNavigate()
  const change = (part: Partial<ActivitySearch>) => void navigate({ to: '.', search: (now) => ({ ...now, ...part }) })
  const none = { person: undefined, action: undefined, about: undefined }
  const actions = Object.entries(texts.action).toSorted(([, a], [, b]) => a.localeCompare(b))
  return (
    <search className={styles.filters} aria-label={texts.filters.label}>
      <Person account={account} chosen={search.person} choose={(person) => change({ ...none, person })} />
      <label className={styles.chip} data-active={search.action !== undefined}>
        <span>{t.action}</span>
        <select
          value={search.action ?? ''}
          onChange={(event) => change({ ...none, action: event.currentTarget.value || undefined })}
        >
          <option value="">{t.everything}</option>
          {search.action !== undefined && !Object.hasOwn(texts.action, search.action) && (
            <option value={search.action}>{search.action}</option>
          )}
          {actions.map(([action, name]) => (
            <option key={action} value={action}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {search.about !== undefined && (
        <button type="button" className={styles.chip} data-active="true" onClick={() => change(none)}>
          <span>{t.about(label ?? search.about)}</span>
          <X size={14} aria-label={texts.filters.remove(t.thing)} />
        </button>
      )}
      <label className={styles.chip} data-active={search.from !== undefined}>
        <span>{t.from}</span>
        <input
          type="date"
          value={search.from ?? ''}
          max={search.to ?? localDay()}
          onChange={(event) => change({ from: event.currentTarget.value || undefined })}
        />
      </label>
      <label className={styles.chip} data-active={search.to !== undefined}>
        <span>{t.to}</span>
        <input
          type="date"
          value={search.to ?? ''}
          min={search.from}
          max={localDay()}
          onChange={(event) => change({ to: event.currentTarget.value || undefined })}
        />
      </label>
      {Object.entries(search).some(([name, value]) => name !== 'on' && value !== undefined) && (
        <Button onClick={() => change({ ...none, from: undefined, to: undefined })}>{texts.filters.clear}</Button>
      )}
    </search>
  )
}

/** The person whose records are shown. The choice of another is a plain button until it is opened. */
function Person({
  account,
  chosen,
  choose,
}: {
  account: string
  chosen: string | undefined
  choose: (person: string | undefined) => void
}) {
  const { texts } = useLanguage()
  const t = texts.records
  const [begun, setBegun] = useState(false)
  const [{ data, fetching }] = useQuery({
    query: RecordedPersonDocument,
    variables: { id: chosen ?? '' },
    pause: chosen === undefined,
  })
  const user = data?.node?.__typename === 'User' && data.node.id === chosen ? data.node : undefined
  const name = chosen === undefined ? t.everybody : user ? nameOf(user) : fetching ? '…' : t.somebody
  const button = (
    <button type="button" aria-haspopup="listbox" aria-label={`${t.person}: ${name}`} onClick={() => setBegun(true)}>
      {name}
      <ChevronDown size={13} aria-hidden="true" />
    </button>
  )
  return (
    <div className={styles.chip} data-active={chosen !== undefined}>
      <span>{t.person}</span>
      {begun ? (
        <MemberChoice
          begun
          label={t.person}
          account={account}
          name={name}
          none={t.everybody}
          meanwhile={button}
          choose={(member) => choose(member?.user.id)}
        />
      ) : (
        button
      )}
    </div>
  )
}
