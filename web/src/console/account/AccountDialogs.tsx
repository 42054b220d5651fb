import { Link } from '@tanstack/react-router'
import { useClient } from 'urql'
import { renew } from '../../portal/contract/client.ts'
import type { AccountKind } from '../../portal/contract/types.ts'
import { type DialogOfChange, useFieldErrors } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { Field } from '../../portal/kit/Field.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { TextField } from '../shell/TextField.tsx'
import {
  ChangeAccountDocument,
  CreateAccountDocument,
  type CreateAccountMutation,
  ReinstateAccountDocument,
  RetireAccountDocument,
} from './account.ts'
import { texts as table } from './accountTexts.ts'
import styles from './Customer.module.css'
import type { CustomerHeadQuery } from './customer.ts'
import { texts as customer } from './texts.ts'

/** An account as the head of its page has it. */
export type ShownAccount = NonNullable<CustomerHeadQuery['account']>

type OfAccount = DialogOfChange & { account: ShownAccount }

/** What people enter of an account. An empty text stands for none. */
type Entered = {
  name: string
  kind: AccountKind
  description: string
  visible: boolean
  street: string
  postalCode: string
  city: string
  state: string
  country: string
  region: string
}

const parts = ['street', 'postalCode', 'city', 'state', 'country', 'region'] as const

const kinds = ['CUSTOMER', 'CHANNEL_PARTNER', 'PRODUCER', 'SELF_REGISTERED'] as const satisfies AccountKind[]

const nothing: Entered = {
  name: '',
  kind: 'CUSTOMER',
  description: '',
  visible: true,
  street: '',
  postalCode: '',
  city: '',
  state: '',
  country: '',
  region: '',
}

/** The fields of an account, in which the contract's refusals stand at what they are about. */
function AccountFields({ value, enter }: { value: Entered; enter: (part: Partial<Entered>) => void }) {
  const t = useTexts(table)
  const { kind: kindNames } = useTexts(customer)
  return (
    <>
      <TextField name="name" label={t.name} value={value.name} most={200} change={(name) => enter({ name })} />
      <Field label={t.kind} errors={useFieldErrors('kind')}>
        {(control) => (
          <select
            {...control}
            value={value.kind}
            onChange={(event) =>
              enter({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? value.kind })
            }
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindNames[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        name="description"
        label={t.description}
        value={value.description}
        most={500}
        change={(description) => enter({ description })}
      />
      {parts.map((part) => (
        <TextField
          key={part}
          name={`address.${part}`}
          label={t.address[part]}
          {...(part === 'country' && { hint: t.countryMeans })}
          value={value[part]}
          most={part === 'country' ? 2 : 200}
          change={(text) => enter({ [part]: part === 'country' ? text.toUpperCase() : text })}
        />
      ))}
      <Field label={t.visible} hint={t.visibleMeans} errors={useFieldErrors('visible')}>
        {(control) => (
          <select
            {...control}
            value={String(value.visible)}
            onChange={(event) => enter({ visible: event.currentTarget.value === 'true' })}
          >
            <option value="true">{t.shown}</option>
            <option value="false">{t.hidden}</option>
          </select>
        )}
      </Field>
    </>
  )
}

const shownFields = ['name', 'kind', 'description', 'address', 'visible']

/** Creates an account, and leads to its page. */
export function NewAccountDialog({ close }: DialogOfChange) {
  const t = useTexts(table)
  const client = useClient()
  const draft = useDraft('new account', nothing)
  const { name, kind, description, visible } = draft.value
  const address = given(draft.value)
  return (
    <ConsoleDialog
      customerReads
      title={t.newTitle}
      below={t.newMeans}
      action={t.newAction}
      about="account"
      document={CreateAccountDocument}
      input={
        name.trim() === ''
          ? null
          : {
              name: name.trim(),
              kind,
              visible,
              ...(description.trim() !== '' && { description: description.trim() }),
              ...(Object.keys(address).length > 0 && { address }),
            }
      }
      fields={shownFields}
      more={leadTo}
      whenDone={() => {
        draft.sent()
        renew(client)
        return undefined
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <AccountFields value={draft.value} enter={(part) => draft.enter((now) => ({ ...now, ...part }))} />
    </ConsoleDialog>
  )
}

/** The parts of the address that are entered. */
function given(value: Entered): Partial<Record<(typeof parts)[number], string>> {
  return Object.fromEntries(parts.flatMap((part) => (value[part].trim() === '' ? [] : [[part, value[part].trim()]])))
}

/** Leads to the page of the account, once it is created. */
function leadTo({ change }: CreateAccountMutation, done: boolean) {
  return done && change?.account && <Created account={change.account} />
}

function Created({ account }: { account: { id: string; name: string } }) {
  const t = useTexts(table)
  return (
    <p>
      <Link className={styles.link} to="/console/accounts/$account" params={{ account: account.id }}>
        {t.open(account.name)}
      </Link>
      {' · '}
      <Link className={styles.link} to="/accounts/$account/people" params={{ account: account.id }}>
        {t.inviteFirst}
      </Link>
    </p>
  )
}

/** Changes what is known of an account. Only what was changed is sent. */
export function ChangeAccountDialog({ account, close }: OfAccount) {
  const t = useTexts(table)
  const client = useClient()
  const before = entered(account)
  const draft = useDraft(`account ${account.id}`, before)
  const { value } = draft
  const address = Object.fromEntries(
    parts.flatMap((part) => {
      const text = value[part].trim()
      return text === before[part] ? [] : [[part, text === '' ? null : text]]
    }),
  )
  const description = value.description.trim()
  return (
    <ConsoleDialog
      customerReads
      title={t.changeTitle(account.name)}
      action={t.changeAction}
      about="account"
      document={ChangeAccountDocument}
      input={{
        account: account.id,
        ...(value.name.trim() !== before.name && { name: value.name.trim() }),
        ...(value.kind !== before.kind && { kind: value.kind }),
        ...(value.visible !== before.visible && { visible: value.visible }),
        ...(description !== before.description && { description: description === '' ? null : description }),
        ...(Object.keys(address).length > 0 && { address }),
      }}
      fields={shownFields}
      whenDone={() => {
        draft.sent()
        renew(client)
        return undefined
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <AccountFields value={value} enter={(part) => draft.enter((now) => ({ ...now, ...part }))} />
    </ConsoleDialog>
  )
}

function entered({ name, kind, description, visible, address }: ShownAccount): Entered {
  return {
    name,
    kind,
    visible,
    description: description ?? '',
    street: address?.street ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    country: address?.country ?? '',
    region: address?.region ?? '',
  }
}

/** Retires an account, which is granted nothing new then. */
export function RetireDialog({ account, close }: OfAccount) {
  const t = useTexts(table)
  const client = useClient()
  return (
    <ConsoleDialog
      customerReads
      title={t.retireTitle(account.name)}
      below={t.retireMeans}
      action={t.retireAction}
      about="account"
      document={RetireAccountDocument}
      input={{ account: account.id }}
      whenDone={() => {
        renew(client)
        return undefined
      }}
      close={close}
    />
  )
}

/** Ends the retirement of an account. */
export function ReinstateDialog({ account, close }: OfAccount) {
  const t = useTexts(table)
  const client = useClient()
  return (
    <ConsoleDialog
      customerReads
      title={t.reinstateTitle(account.name)}
      below={t.reinstateMeans}
      action={t.reinstateAction}
      about="account"
      document={ReinstateAccountDocument}
      input={{ account: account.id }}
      whenDone={() => {
        renew(client)
        return undefined
      }}
      close={close}
    />
  )
}
