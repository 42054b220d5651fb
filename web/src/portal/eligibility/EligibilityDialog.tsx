import { CircleAlert, CircleCheck, CircleOff } from 'lucide-react'
import { useQuery } from 'urql'
import { useEvergreen } from '../evergreen/useEvergreen.ts'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { FormDialog } from '../kit/FormDialog.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Eligibility.module.css'
import { type AnswerFragment, LineEligibilityDocument } from './eligibility.ts'
import { daysOf } from './days.ts'
import { texts as table } from './texts.ts'

type Reason = AnswerFragment['reasons'][number]
type Remedy = Reason['remedies'][number]

/** Says of a right whether it may be activated, downloaded, supported and renewed, with all reasons and remedies. */
export function EligibilityDialog({ line, on, close }: { line: string; on: string | null; close: () => void }) {
  const t = useTexts(table)
  const [{ data, error }, again] = useQuery({ query: LineEligibilityDocument, variables: { line, on } })
  const evergreen = useEvergreen()
  const term = data?.lineItem?.evergreen
  const answers = data && [data.activate, data.download, data.support, data.renew].filter((answer) => answer !== null)
  return (
    <FormDialog title={t.title} close={close} submit={close} foot={<Button onClick={close}>{t.close}</Button>}>
      {error && !answers?.length && (
        <Failure error={error} title={t.failed} retry={() => again({ requestPolicy: 'network-only' })} />
      )}
      {!data && !error && <Skeleton rows={8} />}
      {answers && (
        <dl className={styles.actions}>
          {answers.map((answer) => (
            <Answer
              key={answer.action}
              answer={answer}
              more={answer.action === 'RENEW' && term ? evergreen.sentence(term) : undefined}
            />
          ))}
        </dl>
      )}
    </FormDialog>
  )
}

/** @param more is said below the reasons */
function Answer({ answer: { action, allowed, reasons }, more }: { answer: AnswerFragment; more: string | undefined }) {
  const t = useTexts(table)
  return (
    <div>
      <dt className={styles.action}>
        {t.action[action]}
        <Status tone={allowed ? 'good' : 'wrong'} icon={allowed ? CircleCheck : CircleOff}>
          {allowed ? t.allowed : t.refused}
        </Status>
      </dt>
      <dd>
        {reasons.length === 0 ? (
          <p className={styles.note}>{t.none}</p>
        ) : (
          <ul className={styles.reasons}>
            {reasons.map((reason, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two reasons may say the same, and never move
              <li key={at}>
                <ReasonWords reason={reason} />
              </li>
            ))}
          </ul>
        )}
        {more !== undefined && <p className={styles.note}>{more}</p>}
      </dd>
    </div>
  )
}

/** A reason, and what takes it away. */
function ReasonWords({ reason }: { reason: Reason }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const { code, role, service, decision, partner, successor, remedies, refuses } = reason
  const name = partner?.name ?? successor?.activationId
  const what =
    role !== null
      ? t.missing.role(texts.role[role])
      : service !== null
        ? t.missing.service(texts.service[service])
        : t.code[code]
  return (
    <>
      {!refuses && <CircleAlert size={14} aria-hidden="true" />} {what}
      {name !== undefined && t.named(name)}
      {t.days(...daysOf(reason))}.{decision?.reason && <p className={styles.note}>{t.because(decision.reason)}</p>}
      {remedies.length === 0 ? (
        refuses && <p className={styles.note}>{t.noRemedy}</p>
      ) : (
        <ul className={styles.remedies}>
          {remedies.map((remedy, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two remedies may say the same, and never move
            <li key={at}>
              <RemedyWords remedy={remedy} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A remedy, and who can do it. */
function RemedyWords({ remedy: { kind, by, role, on, people } }: { remedy: Remedy }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  if (by === 'NOBODY') {
    return on === null ? t.remedy[kind] : t.wait(on)
  }
  const who = role === null ? t.by[by] : by === 'PRODUCER' ? t.orders(texts.role[role]) : t.does(texts.role[role])
  return (
    <>
      {t.remedy[kind]}, {who}
      {people.length > 0 && t.people(people.map(({ name }) => name))}
    </>
  )
}
