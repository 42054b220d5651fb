import { useState } from 'react'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'
import {
  ApproveDomainDocument,
  CheckDomainDocument,
  ClaimDomainDocument,
  type ClaimDomainMutation,
  ReleaseDomainDocument,
} from './changes.ts'
import { DomainSteps } from './DomainRecord.tsx'

type OfDomain = DialogOfChange & { account: string; domain: string }

/** The steps that come after a claim, or that there is nothing to claim. */
function AfterClaim({ change, done }: { change: ClaimDomainMutation['change']; done: boolean }) {
  const { texts } = useLanguage()
  if (done) {
    return change?.domain && <DomainSteps domain={change.domain} />
  }
  return change?.effects.length === 0 && <p>{texts.people.domains.claimedAlready}</p>
}

/** What a dialog of a claim tells besides effects. */
function afterClaim({ change }: ClaimDomainMutation, done: boolean) {
  return <AfterClaim change={change} done={done} />
}

/** Claims an e-mail domain, and then shows the record that proves it. */
export function ClaimDialog({ account, close }: DialogOfChange & { account: string }) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  const [domain, setDomain] = useState('')
  return (
    <ChangeDialog
      title={t.claim}
      below={t.claimMeans}
      action={t.claim}
      about="domain"
      document={ClaimDomainDocument}
      input={domain.trim() === '' ? null : { account, domain: domain.trim() }}
      fields={['domain']}
      more={afterClaim}
      close={close}
    >
      <DomainField domain={domain} change={setDomain} />
    </ChangeDialog>
  )
}

function DomainField({ domain, change }: { domain: string; change: (domain: string) => void }) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  return (
    <Field label={t.domain} hint={t.domainHint} errors={useFieldErrors('domain')}>
      {(control) => (
        <input
          {...control}
          value={domain}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Asks DNS for the proof of a domain. */
export function CheckDialog({ account, domain, close }: OfDomain) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  return (
    <ChangeDialog
      title={t.checkWhich(domain)}
      below={t.checkMeans}
      action={t.check}
      about="domain"
      document={CheckDomainDocument}
      input={{ account, domain }}
      always
      close={close}
    />
  )
}

/** Approves a domain without DNS, as an operator of the producer. */
export function ApproveDialog({ account, domain, close }: OfDomain) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  return (
    <ChangeDialog
      title={t.approveWhich(domain)}
      below={t.approveMeans}
      action={t.approve}
      about="domain"
      document={ApproveDomainDocument}
      input={{ account, domain }}
      close={close}
    />
  )
}

/** Gives a domain up. */
export function ReleaseDialog({ account, domain, close }: OfDomain) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  return (
    <ChangeDialog
      title={t.releaseWhich(domain)}
      below={t.releaseMeans}
      action={t.release}
      about="domain"
      document={ReleaseDomainDocument}
      input={{ account, domain }}
      close={close}
    />
  )
}
