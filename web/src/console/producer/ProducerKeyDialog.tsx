import { useClient } from 'urql'
import { renew } from '../../portal/contract/client.ts'
import type { KeyScope, ProducerRole } from '../../portal/contract/types.ts'
import { type DialogOfChange, useFieldErrors } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { Choices, Field } from '../../portal/kit/Field.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { DaysField } from '../../portal/settings/KeyDialogs.tsx'
import { holdKey } from '../../portal/settings/newKeys.ts'
import { LostSecret, Secret } from '../../portal/settings/Secret.tsx'
import { CreateApiKeyDocument, type CreateApiKeyMutation } from '../../portal/settings/settings.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { producerOwns } from './dialogs.ts'
import { texts as table } from './texts.ts'

const scopesOf: readonly KeyScope[] = ['READ', 'WRITE', 'MINT_WIDGET_TOKENS']
const roles = ['INTEGRATION', 'SUPPORT_AGENT', 'OPERATOR'] as const satisfies ProducerRole[]

/** What the key of a program may do, as the dialog asks it. */
type Wish = { name: string; role: ProducerRole; scopes: KeyScope[]; days: number }

const usual: Wish = { name: '', role: 'INTEGRATION', scopes: ['READ'], days: 365 }

/** The key itself, or that its only answer was lost. */
function made({ change }: CreateApiKeyMutation, done: boolean) {
  return done && (change?.secret ? <Secret value={change.secret} /> : <LostSecret />)
}

/** Makes a key for a program of the producer. The answer has the key itself, once. */
export function CreateProducerKeyDialog({ close }: DialogOfChange) {
  const { texts } = useLanguage()
  const t = texts.settings.keys
  const own = useTexts(table)
  const client = useClient()
  const draft = useDraft('key of the producer', usual)
  const { name, role, scopes, days } = draft.value
  const enter = (part: Partial<Wish>) => draft.enter((now) => ({ ...now, ...part }))
  /** The page below holds the key, so that it is not lost with the dialog. */
  function hold({ change }: CreateApiKeyMutation): string {
    draft.sent()
    renew(client)
    if (!change?.secret) {
      return t.lost
    }
    holdKey(producerOwns, change.secret)
    return t.waits
  }
  return (
    <ConsoleDialog
      title={own.keys.create}
      below={own.keys.about}
      action={t.create}
      about="key"
      document={CreateApiKeyDocument}
      input={name.trim() === '' || scopes.length === 0 ? null : { name: name.trim(), producerRole: role, scopes, days }}
      fields={['name', 'scopes', 'producerRole', 'days']}
      more={made}
      whenDone={hold}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <KeyFields wish={draft.value} enter={enter} />
    </ConsoleDialog>
  )
}

function KeyFields({ wish, enter }: { wish: Wish; enter: (part: Partial<Wish>) => void }) {
  const { texts } = useLanguage()
  const t = texts.settings.keys
  const own = useTexts(table)
  return (
    <>
      <Field label={t.name} hint={t.nameHint} errors={useFieldErrors('name')}>
        {(control) => (
          <input
            {...control}
            value={wish.name}
            maxLength={100}
            onChange={(event) => enter({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={own.keys.role} errors={useFieldErrors('producerRole')}>
        {(control) => (
          <select
            {...control}
            value={wish.role}
            onChange={(event) =>
              enter({ role: roles.find((role) => role === event.currentTarget.value) ?? 'INTEGRATION' })
            }
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {texts.producerRole[role]}: {own.roleMeans[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choices
        label={t.scopes}
        choices={scopesOf.map((scope) => ({
          value: scope,
          name: t.scope[scope].name,
          what: t.scope[scope].what,
        }))}
        chosen={wish.scopes}
        choose={(chosen) => enter({ scopes: chosen })}
        errors={useFieldErrors('scopes')}
      />
      <DaysField days={wish.days} change={(days) => enter({ days })} />
    </>
  )
}
