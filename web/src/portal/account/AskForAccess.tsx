import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import type { Service } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { Choices, Errors, Field } from '../kit/Field.tsx'
import { useIsLeft } from '../kit/left.ts'
import { sayNotDone } from '../kit/outcome.ts'
import { reasonOf } from '../kit/reason.ts'
import { refusal } from '../kit/refusal.ts'
import { say } from '../kit/toast.ts'
import { useLanguage } from '../language/language.tsx'
import { services } from '../member/words.ts'
import { OutsideRequestsDocument, type OutsideRequestsQuery, RequestAccessDocument } from './account.ts'
import styles from './AskForAccess.module.css'

/** The form by which somebody asks for access with a number, and how their requests stand. */
export function AskForAccess() {
  const { texts } = useLanguage()
  const t = texts.account.asking
  const [reference, setReference] = useState('')
  const [wanted, setWanted] = useState<Service[]>(['LICENSING'])
  const [note, setNote] = useState('')
  const [key, setKey] = useState(() => crypto.randomUUID())
  const isLeft = useIsLeft()
  const [{ data: sent, error, fetching }, request] = useMutation(RequestAccessDocument)
  const [{ data }, again] = useQuery({ query: OutsideRequestsDocument })
  const errors = sent?.change?.errors ?? []
  const errorsOf = (field: string) =>
    errors.filter((one) => one.field?.split('.')[1] === field).map((one) => refusal(one, texts))
  const others = errors.filter(
    (one) => !['reference', 'note', 'serviceAccess'].includes(one.field?.split('.')[1] ?? ''),
  )
  const isSent = sent?.change?.errors.length === 0
  async function ask(event: FormEvent) {
    event.preventDefault()
    const answer = await request({
      input: {
        reference: reference.trim(),
        serviceAccess: wanted,
        ...(note.trim() !== '' && { note: note.trim() }),
        idempotencyKey: key,
      },
    })
    const done = answer.data?.change?.errors.length === 0
    if (isLeft()) {
      if (done) {
        say(t.sent)
      } else {
        sayNotDone(t.ask, answer, true, texts)
      }
    }
    if (done) {
      setKey(crypto.randomUUID())
      setReference('')
      setNote('')
      again({ requestPolicy: 'network-only' })
    }
  }
  return (
    <>
      <form className={styles.form} onSubmit={(event) => void ask(event)}>
        <h2>{t.title}</h2>
        <Field label={t.reference} hint={t.referenceMeans} errors={errorsOf('reference')}>
          {(control) => (
            <input
              {...control}
              value={reference}
              maxLength={200}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          )}
        </Field>
        <Choices
          label={t.services}
          choices={services.map((value) => ({
            value,
            name: texts.service[value],
            what: texts.people.serviceMeans[value],
          }))}
          chosen={wanted}
          choose={setWanted}
          errors={errorsOf('serviceAccess')}
        />
        <Field label={t.note} errors={errorsOf('note')}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        <Errors errors={[...(error ? [reasonOf(error, texts)] : []), ...others.map((one) => refusal(one, texts))]} />
        <div className={styles.foot}>
          <output>{isSent && t.sent}</output>
          <Button main type="submit" disabled={fetching || reference.trim() === '' || wanted.length === 0}>
            {t.ask}
          </Button>
        </div>
      </form>
      <Asked requests={data?.viewer?.outsideRequests ?? []} />
    </>
  )
}

/** How the requests of the viewer stand, the newest first. */
function Asked({ requests }: { requests: NonNullable<OutsideRequestsQuery['viewer']>['outsideRequests'] }) {
  const { texts, format } = useLanguage()
  const t = texts.account.asking
  if (requests.length === 0) {
    return null
  }
  return (
    <section className={styles.asked}>
      <h2>{t.asked}</h2>
      <ul>
        {requests.map(({ reference, state, answer, account, createdAt }) => (
          <li key={reference + createdAt}>
            <span className={styles.reference}>{account?.name ?? reference}</span>
            <span>{texts.people.requests.states[state]}</span>
            <span className={styles.second}>
              {t.since(format.moment(createdAt))}
              {answer !== null && ` · ${texts.people.requests.answered(answer)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
