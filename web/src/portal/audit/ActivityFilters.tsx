import { useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useQuery } from 'urql'
import { Button } from '../kit/Button.tsx'
import { localDay } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { nameOf } from '../member/words.ts'
import { RecordedPeopleDocument } from './activity.ts'
import type { ActivitySearch } from './search.ts'
import styles from './ActivityFilters.module.css'

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
  const [{ data }] = useQuery({ query: RecordedPeopleDocument, variables: { account } })
  const people = (data?.account?.people?.nodes ?? []).map(({ user }) => user)
  const known = search.person === undefined || people.some((user) => user.id === search.person)
  const change = (part: Partial<ActivitySearch>) => void navigate({ to: '.', search: (now) => ({ ...now, ...part }) })
  const none = { person: undefined, action: undefined, about: undefined }
  const actions = Object.entries(texts.action).toSorted(([, a], [, b]) => a.localeCompare(b))
  return (
    <search className={styles.filters} aria-label={texts.filters.label}>
      <label className={styles.chip} data-active={search.person !== undefined}>
        <span>{t.person}</span>
        <select value={search.person ?? ''} onChange={(event) => change({ ...none, person: event.currentTarget.value || undefined })}>
          <option value="">{t.everybody}</option>
          {!known && <option value={search.person}>{t.somebody}</option>}
          {people.map((user) => (
            <option key={user.id} value={user.id}>
              {nameOf(user)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.chip} data-active={search.action !== undefined}>
        <span>{t.action}</span>
        <select value={search.action ?? ''} onChange={(event) => change({ ...none, action: event.currentTarget.value || undefined })}>
          <option value="">{t.everything}</option>
          {search.action !== undefined && !Object.hasOwn(texts.action, search.action) && <option value={search.action}>{search.action}</option>}
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
