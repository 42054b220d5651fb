import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { HoldingKind } from '../contract/types.ts'
import { useCustomNames } from '../custom/names.ts'
import { fieldValue } from '../kit/effects.ts'
import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import { named } from '../language/named.ts'
import type { ActivityQuery } from './activity.ts'
import { ActionSummary } from './ActionSummary.tsx'
import { actorName, type RecordedAction } from './records.ts'
import { RightLinks } from './RightLinks.tsx'
import styles from './ActionRow.module.css'

type Entry = NonNullable<NonNullable<ActivityQuery['account']>['auditEntries']>['nodes'][number]

/** One action: who did what and when, and, once it is opened, what was changed. */
export function ActionRow({ action, account }: { action: RecordedAction<Entry>; account: string }) {
  const { texts, format } = useLanguage()
  const t = texts.records
  const { first, entries } = action
  const linked = entries.some((entry) => location.hash === `#${entry.id}`)
  const [open, setOpen] = useState(linked)
  const notes = [
    ...(first.reason ? [texts.home.quote(first.reason)] : []),
    ...(first.onBehalfOf ? [t.viewing(first.onBehalfOf.name)] : []),
    ...(first.erased ? [t.erased] : []),
  ]
  return (
    <li className={styles.row} data-linked={linked}>
      {entries.map((entry) => (
        <span key={entry.id} id={entry.id} />
      ))}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <time className={styles.time} dateTime={first.recordedAt} title={format.moment(first.recordedAt)}>
            {format.time(first.recordedAt)}
          </time>
          <span className={styles.what}>
            <ActionSummary action={action} />
            {notes.length > 0 && <span className={styles.note}>{notes.join(' · ')}</span>}
          </span>
          {entries.length > 1 && <span className={styles.size}>{t.size(entries.length)}</span>}
          <ChevronDown size={16} aria-hidden="true" className={styles.sign} />
        </summary>
        <div className={styles.inside}>
          {entries.map((entry) => (
            <Changed key={entry.id} entry={entry} />
          ))}
          <p className={styles.links}>
            {open && first.subjectId !== null && <RightLinks subject={first.subjectId} />}
            {first.actor.user && (
              <Link to="/accounts/$account/activity" params={{ account }} search={{ person: first.actor.user.id }}>
                {t.allBy(actorName(first, texts))}
              </Link>
            )}
            {first.subjectId !== null && (
              <Link to="/accounts/$account/activity" params={{ account }} search={{ about: first.subjectId }}>
                {t.allAbout(first.label ?? first.subjectId)}
              </Link>
            )}
            <Link to="/accounts/$account/activity" params={{ account }} search={{ action: first.action }}>
              {t.allOfThisKind}
            </Link>
            {first.requestId !== null && (
              <span>
                {texts.failure.request} <Identifier value={first.requestId} />
              </span>
            )}
          </p>
        </div>
      </details>
    </li>
  )
}

/** What a member held who was removed, by the beginning of its id. */
const heldKinds: Record<string, HoldingKind> = { dev: 'DEVICE', key: 'API_KEY', sess: 'SESSION', inv: 'INVITATION' }

function heldIn(value: Entry['changes'][number]['before'], words: Record<HoldingKind, (count: number) => string>) {
  const kind = value?.__typename === 'ReferenceValue' && named(heldKinds, value.subjectId.split('_')[0] ?? '')
  return kind && words[kind](1)
}

/** What was changed of one thing: each field before and after. */
function Changed({ entry }: { entry: Entry }) {
  const language = useLanguage()
  const { records: t, change, people } = language.texts
  const customName = useCustomNames(entry.changes.map(({ field }) => field))
  if (entry.changes.length === 0) {
    return <p className={styles.note}>{entry.erased ? t.erased : t.noFields}</p>
  }
  return (
    <table className={styles.fields}>
      <caption>{entry.label ?? entry.subjectId}</caption>
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {entry.changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">
              {(field === 'holding' && heldIn(before, people.holding)) ||
                (named(t.fields, field) ?? named(change.field, field) ?? customName(field, entry.subjectId) ?? field)}
            </th>
            <td>{fieldValue(field, before, language) ?? '–'}</td>
            <td>{fieldValue(field, after, language) ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
