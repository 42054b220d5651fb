import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import type { Status } from '../contract/types.ts'
import { useLanguage } from '../language/language.tsx'
import styles from './Filters.module.css'
import type { LinesSearch } from './search.ts'

const statuses: Status[] = ['ACTIVE', 'IN_GRACE', 'AWAITING_ACTIVATION', 'FUTURE', 'EXPIRED', 'SUSPENDED', 'ON_HOLD', 'SUPERSEDED']

/** The filters of the list, each a chip. The address has them, so that Back undoes one. */
export function Filters({ search }: { search: LinesSearch }) {
  const { texts } = useLanguage()
  const navigate = useNavigate()
  const change = (part: Partial<LinesSearch>) => void navigate({ to: '.', search: (now) => ({ ...now, ...part }) })
  const t = texts.filters
  return (
    <search className={styles.filters} aria-label={t.label}>
      <label className={styles.search}>
        <Search size={14} aria-hidden="true" />
        <input
          key={search.text ?? ''}
          type="search"
          defaultValue={search.text ?? ''}
          placeholder={texts.entitlements.search}
          aria-label={texts.entitlements.search}
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              change({ text: event.currentTarget.value.trim() || undefined })
            }
          }}
          onBlur={(event) => change({ text: event.currentTarget.value.trim() || undefined })}
        />
      </label>
      <Chip
        label={t.status}
        value={search.status ?? ''}
        active={search.status !== undefined}
        options={[['', t.held], ['all', t.all], ...statuses.map((s): [string, string] => [s, texts.line.status[s]])]}
        choose={(value) => change({ status: (value || undefined) as LinesSearch['status'] })}
      />
      <Chip
        label={t.ends}
        value={String(search.ends ?? '')}
        active={search.ends !== undefined}
        options={[['', t.anyEnd], ...[30, 60, 90].map((d): [string, string] => [String(d), t.endsWithin(d)])]}
        choose={(value) => change({ ends: value ? (Number(value) as 30 | 60 | 90) : undefined })}
      />
      <Chip
        label={t.coverage}
        value={search.covered === undefined ? '' : String(search.covered)}
        active={search.covered !== undefined}
        options={[
          ['', t.any],
          ['true', t.covered],
          ['false', t.uncovered],
        ]}
        choose={(value) => change({ covered: value === '' ? undefined : value === 'true' })}
      />
      <Chip
        label={t.use}
        value={search.use ?? ''}
        active={search.use !== undefined}
        options={[
          ['', t.any],
          ['over', t.over],
          ['free', t.free],
        ]}
        choose={(value) => change({ use: (value || undefined) as LinesSearch['use'] })}
      />
      <label className={styles.toggle}>
        <input
          type="checkbox"
          checked={search.below !== false}
          onChange={(event) => change({ below: event.currentTarget.checked ? undefined : false })}
        />
        {t.subAccounts}
      </label>
    </search>
  )
}

function Chip({
  label,
  value,
  active,
  options,
  choose,
}: {
  label: string
  value: string
  active: boolean
  options: [string, string][]
  choose: (value: string) => void
}) {
  return (
    <label className={styles.chip} data-active={active}>
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
