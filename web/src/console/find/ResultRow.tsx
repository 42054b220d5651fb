import { Link } from '@tanstack/react-router'
import { Building2, CircleHelp, FileText, type LucideIcon, MonitorSmartphone, Receipt, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../portal/kit/Button.tsx'
import { useDialog } from '../../portal/kit/DialogHost.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { texts as ofUsers } from '../account/accountTexts.ts'
import { ChangeUserDialog } from '../account/dialogs.ts'
import { ViewCustomerDialog } from '../account/ViewCustomerDialog.tsx'
import { useMayChange } from '../shell/mayChange.ts'
import styles from './Find.module.css'
import type { Result } from './found.ts'
import { texts as table } from './texts.ts'

const icons: Record<Result['kind'], LucideIcon> = {
  account: Building2,
  line: FileText,
  entitlement: Receipt,
  person: UserRound,
  device: MonitorSmartphone,
  other: CircleHelp,
}

/** A result with the accounts to which it belongs, each of which leads to its page. */
export function ResultRow({ result, opened }: { result: Result; opened: () => void }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const words = useTexts(ofUsers)
  const mayChange = useMayChange()
  const open = useDialog()
  const { kind, name, number, owners, more = 0, type, role, inactive = false } = result
  const Icon = icons[kind]
  const notes = [
    ...(type === undefined ? [] : [t.types[type] ?? type]),
    ...(role ? [texts.producerRole[role]] : []),
    ...(kind === 'person' && owners.length === 0 && !role ? [t.noAccount] : []),
    ...(inactive ? [t.inactive] : []),
  ]
  return (
    <li className={styles.row}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <span className={styles.what}>
        <Target result={result} opened={opened}>
          {name}
        </Target>
        {number !== undefined && number !== name && <span className={styles.number}>{number}</span>}
        {notes.length > 0 && <span className={styles.below}>{notes.join(' · ')}</span>}
      </span>
      <span className={styles.owners}>
        {owners.map((owner) => (
          <Link
            key={owner.id}
            className={styles.owner}
            to="/console/accounts/$account"
            params={{ account: owner.id }}
            onClick={opened}
          >
            {owner.name}
          </Link>
        ))}
        {more > 0 && <span className={styles.below}>{t.more(more)}</span>}
        {kind === 'person' && mayChange && (
          <Button
            aria-label={`${words.changeUser}: ${name}`}
            onClick={() => open((close) => <ChangeUserDialog user={result} close={close} />)}
          >
            {words.changeUser}
          </Button>
        )}
        {kind === 'account' && (
          <Button
            aria-label={`${t.viewAs}: ${name}`}
            onClick={() => open((close) => <ViewCustomerDialog account={result} close={close} />)}
          >
            {t.viewAs}
          </Button>
        )}
      </span>
    </li>
  )
}

/** The name of a result, which leads to where most can be seen of it. */
function Target({
  result: { id, kind, name, owners, role, userName = '' },
  opened,
  children,
}: {
  result: Result
  opened: () => void
  children: ReactNode
}) {
  const account = owners[0]?.id ?? ''
  const common = { className: styles.name, 'data-row': true, onClick: opened }
  switch (kind) {
    case 'account':
      return (
        <Link {...common} to="/console/accounts/$account" params={{ account: id }}>
          {children}
        </Link>
      )
    case 'line':
      return (
        <Link {...common} to="/accounts/$account/entitlements/$line" params={{ account, line: id }}>
          {children}
        </Link>
      )
    case 'entitlement':
      return (
        <Link
          {...common}
          to="/accounts/$account/entitlements"
          params={{ account }}
          search={{ text: name, status: 'all' }}
        >
          {children}
        </Link>
      )
    case 'person':
      if (role) {
        return (
          <Link {...common} to="/console/people">
            {children}
          </Link>
        )
      }
      return account === '' ? (
        <span className={styles.name}>{children}</span>
      ) : (
        <Link
          {...common}
          to="/accounts/$account/people"
          params={{ account }}
          search={{ text: userName, access: 'all' }}
        >
          {children}
        </Link>
      )
    default:
      return account === '' ? (
        <span className={styles.name}>{children}</span>
      ) : (
        <Link {...common} to="/console/accounts/$account" params={{ account }}>
          {children}
        </Link>
      )
  }
}
