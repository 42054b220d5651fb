import type { CreateApiKeyInput, KeyScope, Role, Service } from '../contract/types.ts'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { useDraft } from '../kit/draft.ts'
import { Choices, Field } from '../kit/Field.tsx'
import { DraftNotice } from '../kit/DraftNotice.tsx'
import { addDays, localDay } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { DirectoryAddress } from '../member/DirectoryAddress.tsx'
import { roles } from '../member/search.ts'
import { services } from '../member/words.ts'
import { holdKey, viewerOwns } from './newKeys.ts'
import { LostSecret, Secret } from './Secret.tsx'
import {
  CreateApiKeyDocument,
  type CreateApiKeyMutation,
  type KeyRowFragment,
  RevokeApiKeyDocument,
} from './settings.ts'

const ownScopes: readonly KeyScope[] = ['READ', 'WRITE']
const accountScopes: readonly KeyScope[] = ['READ', 'WRITE', 'PROVISION', 'MINT_WIDGET_TOKENS']
const terms = [30, 90, 365, 730]

/** What a key may do, as the dialog asks it. */
type Wish = { name: string; scopes: KeyScope[]; roles: Role[]; services: Service[]; below: boolean; days: number }

const usual: Wish = { name: '', scopes: ['READ'], roles: ['READER'], services: ['LICENSING'], below: false, days: 365 }

/** Makes a key for the viewer, or for the programs of an account. */
export function CreateKeyDialog({ account, close }: DialogOfChange & { account?: { id: string; name: string } }) {
  const { texts } = useLanguage()
  const t = texts.settings.keys
  const draft = useDraft(`key ${account?.id ?? ''}`, usual)
  const wish = draft.value
  const input: CreateApiKeyInput = {
    name: wish.name.trim(),
    scopes: wish.scopes,
    days: wish.days,
    ...(account && {
      account: account.id,
      roles: wish.roles,
      serviceAccess: wish.services,
      includeSubAccounts: wish.below,
    }),
  }
  /** The key itself, or that its only answer was lost, and for a directory the address that its provider also needs. */
  function made({ change }: CreateApiKeyMutation, done: boolean) {
    return (
      done && (
        <>
          {wish.scopes.includes('PROVISION') && <DirectoryAddress />}
          {change?.secret ? <Secret value={change.secret} /> : <LostSecret />}
        </>
      )
    )
  }
  /** The page below holds the key, so that it is not lost with the dialog. */
  function hold({ change }: CreateApiKeyMutation): string {
    draft.sent()
    if (!change?.secret) {
      return t.lost
    }
    holdKey(account?.id ?? viewerOwns, change.secret)
    return t.waits
  }
  return (
    <ChangeDialog
      title={account ? t.createFor(account.name) : t.createOwn}
      below={account ? t.ofAccountAbout : t.ownAbout}
      action={t.create}
      about="key"
      document={CreateApiKeyDocument}
      input={wish.name.trim() === '' || wish.scopes.length === 0 ? null : input}
      fields={['name', 'scopes', 'roles', 'serviceAccess', 'days']}
      more={made}
      whenDone={hold}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <KeyFields
        wish={wish}
        change={(part) => draft.enter((now) => ({ ...now, ...part }))}
        ofAccount={account !== undefined}
      />
    </ChangeDialog>
  )
}

function KeyFields({
  wish,
  change,
  ofAccount,
}: {
  wish: Wish
  change: (part: Partial<Wish>) => void
  ofAccount: boolean
}) {
  const { texts } = useLanguage()
  const t = texts.settings.keys
  return (
    <>
      <Field label={t.name} hint={t.nameHint} errors={useFieldErrors('name')}>
        {(control) => (
          <input
            {...control}
            value={wish.name}
            maxLength={100}
            required
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Choices
        label={t.scopes}
        choices={(ofAccount ? accountScopes : ownScopes).map((scope) => ({
          value: scope,
          name: t.scope[scope].name,
          what: t.scope[scope].what,
        }))}
        chosen={wish.scopes}
        choose={(scopes) => change({ scopes })}
        errors={useFieldErrors('scopes')}
      />
      {wish.scopes.includes('PROVISION') && <DirectoryAddress />}
      {ofAccount && <AccountFields wish={wish} change={change} />}
      <DaysField days={wish.days} change={(days) => change({ days })} />
    </>
  )
}

/** For how long a key works. */
export function DaysField({ days: chosen, change }: { days: number; change: (days: number) => void }) {
  const { texts, format } = useLanguage()
  const t = texts.settings.keys
  return (
    <Field label={t.days} errors={useFieldErrors('days')}>
      {(control) => (
        <select {...control} value={chosen} onChange={(event) => change(Number(event.currentTarget.value))}>
          {terms.map((days) => (
            <option key={days} value={days}>
              {t.term(days, format.day(addDays(localDay(), days)))}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function AccountFields({ wish, change }: { wish: Wish; change: (part: Partial<Wish>) => void }) {
  const { texts } = useLanguage()
  const t = texts.settings.keys
  return (
    <>
      <Choices
        label={t.roles}
        choices={roles.toReversed().map((role) => ({ value: role, name: texts.role[role], what: '' }))}
        chosen={wish.roles}
        choose={(chosen) => change({ roles: chosen })}
        errors={useFieldErrors('roles')}
      />
      <Choices
        label={t.services}
        choices={services.map((service) => ({ value: service, name: texts.service[service], what: '' }))}
        chosen={wish.services}
        choose={(chosen) => change({ services: chosen })}
        errors={useFieldErrors('serviceAccess')}
      />
      <Choices
        label={t.reach}
        choices={[{ value: 'below', name: t.below, what: '' }]}
        chosen={wish.below ? ['below'] : []}
        choose={(chosen) => change({ below: chosen.length > 0 })}
      />
    </>
  )
}

/** Revokes a key. */
export function RevokeKeyDialog({ apiKey, close }: DialogOfChange & { apiKey: KeyRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.settings.keys
  return (
    <ChangeDialog
      title={t.revokeWhich(apiKey.name)}
      below={t.revokeMeans}
      action={t.revokeAction}
      about="key"
      document={RevokeApiKeyDocument}
      input={{ apiKey: apiKey.id }}
      close={close}
    />
  )
}
