import { CircleCheck, CircleOff, KeyRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useQuery } from 'urql'
import { Button } from '../kit/Button.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status } from '../kit/Status.tsx'
import { localDay } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { DirectoryAddress } from '../member/DirectoryAddress.tsx'
import { CreateKeyDialog, RevokeKeyDialog } from './KeyDialogs.tsx'
import { dropKey, useNewKeys, viewerOwns } from './newKeys.ts'
import { Secret } from './Secret.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { AccountKeysDocument, type KeyRowFragment } from './settings.ts'

/** The viewer's own keys, which may do what the viewer may do. */
export function OwnKeys({ keys, canChange }: { keys: readonly KeyRowFragment[]; canChange: boolean }) {
  const { texts } = useLanguage()
  const open = useDialog()
  const t = texts.settings.keys
  return (
    <Keys
      id="keys"
      title={t.own}
      about={t.ownAbout}
      none={t.noneOwn}
      keys={keys}
      owner={viewerOwns}
      create={canChange && (() => open((close) => <CreateKeyDialog close={close} />))}
    />
  )
}

/** The keys of the programs of an account. */
export function AccountKeys({ account, canChange }: { account: { id: string; name: string }; canChange: boolean }) {
  const { texts } = useLanguage()
  const open = useDialog()
  const t = texts.settings.keys
  const [{ data, error }, again] = useQuery({ query: AccountKeysDocument, variables: { account: account.id } })
  if (error && !data?.account) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!data?.account) {
    return <Skeleton rows={3} />
  }
  return (
    <Keys
      id="account-keys"
      title={t.ofAccount(account.name)}
      about={t.ofAccountAbout}
      none={t.noneOfAccount}
      keys={data.account.apiKeys}
      owner={account.id}
      create={canChange && (() => open((close) => <CreateKeyDialog account={account} close={close} />))}
    >
      {data.account.apiKeys.some(({ isActive, scopes }) => isActive && scopes.includes('PROVISION')) && (
        <DirectoryAddress />
      )}
    </Keys>
  )
}

/**
 * A list of keys. A key that was just made is shown until the viewer says that they have kept it.
 *
 * @param owner names whose keys they are, for those that were just made
 * @param create opens the dialog that makes a key; false if the viewer may make none
 */
export function Keys({
  id,
  title,
  about,
  none,
  keys,
  owner,
  create,
  children,
}: {
  id: string
  title: string
  about: string
  none: string
  keys: readonly KeyRowFragment[]
  owner: string
  create: (() => void) | false
  children?: ReactNode
}) {
  const { texts } = useLanguage()
  const t = texts.settings.keys
  const secrets = useNewKeys(owner)
  const [all, setAll] = useState(false)
  const shown = all ? keys : keys.filter((key) => key.isActive)
  const ended = keys.length - shown.length
  return (
    <Section id={id} title={title} about={about} button={create && <Button onClick={create}>{t.create}</Button>}>
      {secrets.map((secret) => (
        <div key={secret} className={styles.secret}>
          <Secret value={secret} />
          <Button onClick={() => dropKey(owner, secret)}>{t.kept}</Button>
        </div>
      ))}
      {children}
      {shown.length === 0 ? (
        <Notice title={none}>{create && t.noneNext}</Notice>
      ) : (
        <ul className={styles.rows}>
          {shown.map((key) => (
            <Key key={key.id} row={key} />
          ))}
        </ul>
      )}
      {ended > 0 && (
        <p className={styles.more}>
          <Button onClick={() => setAll(true)}>{t.showEnded(ended)}</Button>
        </p>
      )}
    </Section>
  )
}

/** One key: what it is for, what it may do, and until when it works. */
function Key({ row }: { row: KeyRowFragment }) {
  const { texts, format } = useLanguage()
  const t = texts.settings.keys
  const open = useDialog()
  const names = texts.change.values.names
  const may = [
    ...(row.producerRole === null ? [] : [texts.producerRole[row.producerRole]]),
    format.list(row.scopes.map((scope) => t.scope[scope].name)),
    ...(row.roles.length > 0 ? [format.list(row.roles.map((role) => names.Role?.[role] ?? role))] : []),
    ...(row.serviceAccess.length > 0 ? [format.list(row.serviceAccess.map((s) => names.Service?.[s] ?? s))] : []),
  ]
  const expires = localDay(new Date(row.expiresAt))
  return (
    <li className={styles.item}>
      <KeyRound size={16} aria-hidden="true" className={styles.icon} />
      <span className={styles.what}>
        <span>
          {row.name} <code className={styles.hint}>{row.hint}…</code>
        </span>
        <span className={styles.below}>{may.join(' · ')}</span>
      </span>
      <span className={styles.when}>
        {row.isActive ? (
          <Status tone="good" icon={CircleCheck}>
            {t.until(format.day(expires), format.away(localDay(), expires))}
          </Status>
        ) : (
          <Status tone="plain" icon={CircleOff}>
            {row.revokedAt ? t.revoked(format.ago(row.revokedAt)) : t.expired(format.day(expires))}
          </Status>
        )}
        <span className={styles.below}>{row.lastUsedAt ? t.used(format.ago(row.lastUsedAt)) : t.neverUsed}</span>
      </span>
      {row.viewerCanRevoke && row.isActive && (
        <span className={styles.button}>
          <Button
            aria-label={t.revokeWhich(row.name)}
            onClick={() => open((close) => <RevokeKeyDialog apiKey={row} close={close} />)}
          >
            {t.revoke}
          </Button>
        </span>
      )}
    </li>
  )
}
