import { useState } from 'react'
import { useClient, useQuery } from 'urql'
import { renew } from '../../portal/contract/client.ts'
import { type DialogOfChange, useFieldErrors } from '../../portal/kit/ChangeDialog.tsx'
import { Field } from '../../portal/kit/Field.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { TextField } from '../shell/TextField.tsx'
import {
  AccountsNamedDocument,
  LinkAccountsDocument,
  type LinkAccountsMutation,
  UnlinkAccountsDocument,
} from './account.ts'
import { texts as table } from './accountTexts.ts'

type Named = { id: string; name: string }

type OfAccount = DialogOfChange & { account: Named }

type Warned = NonNullable<LinkAccountsMutation['change']>['warnings']

/** How many people and keys see more or less, and who the first of the people are. */
function Reach({ warnings }: { warnings: Warned }) {
  const t = useTexts(table)
  return warnings.map(({ code, parameters }) => {
    const value = (name: string) => parameters.find((parameter) => parameter.name === name)?.value.text ?? ''
    return code.endsWith('_PEOPLE_SEE') ? (
      <p key={code}>{t.people(value('given'), value('names'))}</p>
    ) : code.endsWith('_PROGRAMS_SEE') ? (
      <p key={code}>{t.programs(value('given'))}</p>
    ) : null
  })
}

function reachOf({ change }: { change: { warnings: Warned } | null }) {
  return <Reach warnings={change?.warnings ?? []} />
}

/** Places an account below another one, which is found by its name. */
export function LinkDialog({ account, close }: OfAccount) {
  const t = useTexts(table)
  const client = useClient()
  const [text, setText] = useState('')
  const [parent, setParent] = useState('')
  const words = text.trim()
  const [{ data, fetching }] = useQuery({
    query: AccountsNamedDocument,
    variables: { text: words },
    pause: words === '',
  })
  const found = words === '' || fetching ? [] : (data?.accounts?.nodes ?? []).filter(({ id }) => id !== account.id)
  const chosen = found.some(({ id }) => id === parent) ? parent : ''
  return (
    <ConsoleDialog
      customerReads
      title={t.linkTitle(account.name)}
      below={t.linkMeans}
      action={t.linkAction}
      about="account"
      document={LinkAccountsDocument}
      input={chosen === '' ? null : { parent: chosen, child: account.id }}
      fields={['parent', 'child']}
      more={reachOf}
      whenDone={() => {
        renew(client)
        return undefined
      }}
      close={close}
    >
      <TextField name="" label={t.find} hint={t.findMeans} value={text} most={200} change={setText} />
      <Choice found={found} chosen={chosen} choose={setParent} />
    </ConsoleDialog>
  )
}

function Choice({ found, chosen, choose }: { found: readonly Named[]; chosen: string; choose: (id: string) => void }) {
  const t = useTexts(table)
  const errors = [...useFieldErrors('parent'), ...useFieldErrors('child')]
  return (
    <Field label={t.above} errors={errors}>
      {(control) => (
        <select {...control} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{found.length === 0 ? t.noneFound : t.choose}</option>
          {found.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} ({id})
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Removes an account from its place below another one. */
export function UnlinkDialog({ account, parent, close }: OfAccount & { parent: Named }) {
  const t = useTexts(table)
  const client = useClient()
  return (
    <ConsoleDialog
      customerReads
      title={t.unlinkTitle(account.name, parent.name)}
      below={t.unlinkMeans}
      action={t.unlinkAction}
      about="account"
      document={UnlinkAccountsDocument}
      input={{ parent: parent.id, child: account.id }}
      more={reachOf}
      whenDone={() => {
        renew(client)
        return undefined
      }}
      close={close}
    />
  )
}
