import type { Language } from '../../portal/contract/types.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { Identifier } from '../../portal/kit/Identifier.tsx'
import { textOf } from './inputs.ts'
import { RightChange, useRightTexts } from './RightChange.tsx'
import { ReplaceActivationIdDocument, type ReplaceActivationIdMutation, SendActivationIdsDocument } from './rights.ts'

const languages = ['EN', 'DE'] as const satisfies Language[]

/** Gives a right another activation id, and shows it. */
export function ReplaceDialog({ line, close }: DialogOfChange & { line: { id: string; activationId: string } }) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.replace}
      name={line.activationId}
      about={line.id}
      document={ReplaceActivationIdDocument}
      empty={{ activationId: '' }}
      fields={[{ kind: 'text', name: 'activationId', label: t.fields.activationId, hint: t.hints.activationId }]}
      toInput={({ activationId }) => ({ lineItem: line.id, ...textOf('activationId', activationId) })}
      more={newIdOf}
      close={close}
    />
  )
}

/** Shows the new activation id, once there is one. */
function newIdOf({ change }: ReplaceActivationIdMutation, done: boolean) {
  return done && change?.lineItem && <NewId id={change.lineItem.activationId} />
}

function NewId({ id }: { id: string }) {
  const t = useRightTexts()
  return (
    <p>
      {t.newId}: <Identifier value={id} />
    </p>
  )
}

/** Mails the activation ids of an entitlement again. */
export function SendDialog({
  entitlement,
  close,
}: DialogOfChange & { entitlement: { id: string; number: string; shipToEmail: string | null } }) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.send}
      name={entitlement.number}
      about={entitlement.id}
      document={SendActivationIdsDocument}
      empty={{ to: entitlement.shipToEmail ?? '', language: 'EN' }}
      fields={[
        {
          kind: 'email',
          name: 'to',
          label: t.fields.to,
          ...(entitlement.shipToEmail !== null && { hint: t.hints.to }),
        },
        {
          kind: 'choice',
          name: 'language',
          label: t.fields.language,
          choices: languages.map((value) => ({ value, name: t.languages[value] })),
        },
      ]}
      toInput={({ to, language }) =>
        // Without an address of the entitlement, one has to be entered first.
        to.trim() === '' && entitlement.shipToEmail === null
          ? null
          : {
              entitlement: entitlement.id,
              ...textOf('to', to),
              language: languages.find((one) => one === language) ?? 'EN',
            }
      }
      close={close}
    />
  )
}
