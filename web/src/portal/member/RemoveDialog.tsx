import { useState } from 'react'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'
import { RemoveMemberDocument, type RemoveMemberMutation } from './changes.ts'
import styles from './dialogs.module.css'
import { Holdings } from './Holdings.tsx'
import { MemberChoice } from './MemberChoice.tsx'
import type { MembershipRowFragment } from './people.ts'
import { mayOf, nameOf, reachOf } from './words.ts'

/** Ends the access of a member, and says what happens to what they hold. */
export default function RemoveDialog({ membership, close }: DialogOfChange & { membership: MembershipRowFragment }) {
  const language = useLanguage()
  const { texts } = language
  const [reassignTo, setReassignTo] = useState('')
  const [hadDevices, setHadDevices] = useState(false)
  const name = nameOf(membership.user)
  function holdings(answer: RemoveMemberMutation, done: boolean) {
    const told = new Set(answer.change?.effects.map((effect) => effect.subjectId))
    const others = answer.change?.holdings.filter(({ subjectId }) => !told.has(subjectId)) ?? []
    return <Holdings holdings={others} done={done} devices={() => setHadDevices(true)} />
  }
  return (
    <ChangeDialog
      title={texts.people.removeWho(name, membership.account.name)}
      below={texts.people.removeMeans}
      action={texts.people.removeAction}
      about="membership"
      document={RemoveMemberDocument}
      input={{ membership: membership.id, ...(reassignTo !== '' && { reassignTo }) }}
      fields={['reassignTo']}
      more={holdings}
      close={close}
    >
      <p className={styles.loses}>
        {texts.people.loses(mayOf(membership, language), reachOf(membership, membership.account.name, language))}
      </p>
      {hadDevices && <ReassignField membership={membership} choose={setReassignTo} />}
    </ChangeDialog>
  )
}

/** Who gets the devices of the member. */
function ReassignField({
  membership,
  choose,
}: {
  membership: MembershipRowFragment
  choose: (membership: string) => void
}) {
  const { texts } = useLanguage()
  const [name, setName] = useState(texts.people.reassignNobody)
  return (
    <Field label={texts.people.reassignTo} hint={texts.people.reassignMeans} errors={useFieldErrors('reassignTo')}>
      {(control) => (
        <MemberChoice
          {...control}
          account={membership.account.id}
          name={name}
          none={texts.people.reassignNobody}
          except={membership.id}
          current
          choose={(reassignTo) => {
            setName(reassignTo ? nameOf(reassignTo.user) : texts.people.reassignNobody)
            choose(reassignTo?.id ?? '')
          }}
        />
      )}
    </Field>
  )
}
