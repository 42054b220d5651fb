import { useState } from 'react'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'
import { RoleFields } from './AccessFields.tsx'
import { DecideAccessRequestDocument } from './changes.ts'
import type { AccessRequestRowFragment } from './requests.ts'
import { nameOf } from './words.ts'

/** Grants what somebody asked for, or something else. */
export function GrantDialog({ request, close }: DialogOfChange & { request: AccessRequestRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.people.requests
  const [access, setAccess] = useState({ roles: request.roles, services: request.serviceAccess })
  const draft = useDraft(`answer ${request.id}`, '')
  const answer = draft.value
  return (
    <ChangeDialog
      title={t.grantTo(nameOf(request.user))}
      below={request.note ?? undefined}
      action={t.grant}
      about="membership"
      document={DecideAccessRequestDocument}
      input={{
        accessRequest: request.id,
        grant: true,
        roles: access.roles,
        serviceAccess: access.services,
        ...(answer.trim() !== '' && { answer: answer.trim() }),
      }}
      fields={['roles', 'serviceAccess', 'answer']}
      whenDone={draft.sent}
      close={close}
    >
      <RoleFields
        roles={access.roles}
        services={access.services}
        choose={(part) => setAccess((now) => ({ ...now, ...part }))}
      />
      <AnswerField answer={answer} change={(text) => draft.enter(() => text)} />
    </ChangeDialog>
  )
}

/** Declines a request. */
export function DeclineDialog({ request, close }: DialogOfChange & { request: AccessRequestRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.people.requests
  const draft = useDraft(`answer ${request.id}`, '')
  const answer = draft.value
  return (
    <ChangeDialog
      title={t.declineOf(nameOf(request.user))}
      below={request.note ?? undefined}
      action={t.decline}
      about="request"
      document={DecideAccessRequestDocument}
      input={{ accessRequest: request.id, grant: false, ...(answer.trim() !== '' && { answer: answer.trim() }) }}
      fields={['answer']}
      whenDone={draft.sent}
      close={close}
    >
      <AnswerField answer={answer} change={(text) => draft.enter(() => text)} />
    </ChangeDialog>
  )
}

function AnswerField({ answer, change }: { answer: string; change: (answer: string) => void }) {
  const { texts } = useLanguage()
  const t = texts.people.requests
  return (
    <Field label={t.answer} hint={t.answerMeans} errors={useFieldErrors('answer')}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={500}
          value={answer}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
