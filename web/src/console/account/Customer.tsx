import { Link, Navigate, useParams } from '@tanstack/react-router'
import { ExternalLink, Eye, Plus } from 'lucide-react'
import { useQuery } from 'urql'
import { readId } from '../../portal/contract/id.ts'
import { Button, buttonLook } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Identifier } from '../../portal/kit/Identifier.tsx'
import { Menu } from '../../portal/kit/Menu.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { useViewer } from '../../portal/viewer/viewer.tsx'
import { FieldsOfAccount } from '../custom/CustomFields.tsx'
import { texts as changes } from './accountTexts.ts'
import { CustomerHeadDocument, type CustomerHeadQuery } from './customer.ts'
import { CustomerChanges } from './CustomerChanges.tsx'
import { CustomerDevices } from './CustomerDevices.tsx'
import { CustomerPeople } from './CustomerPeople.tsx'
import { CustomerRights } from './CustomerRights.tsx'
import styles from './Customer.module.css'
import { ChangeAccountDialog, LinkDialog, ReinstateDialog, RetireDialog, UnlinkDialog } from './dialogs.ts'
import { texts as table } from './texts.ts'
import { Unknown } from './Unknown.tsx'
import { ViewCustomerDialog } from './ViewCustomerDialog.tsx'

/** A customer on one page: the rights and their support on a day, people, devices, and the last changes. */
export function Customer() {
  const { account } = useParams({ from: '/console/accounts/$account' })
  const id = readId(account, 'acct')
  if (id === undefined) {
    return <Unknown />
  }
  return id === account ? (
    <KnownCustomer key={id} account={id} />
  ) : (
    <Navigate to="." params={{ account: id }} search replace />
  )
}

function KnownCustomer({ account }: { account: string }) {
  const [{ data, error, fetching }, again] = useQuery({ query: CustomerHeadDocument, variables: { account } })
  const shown = data?.account
  const unknown = error?.graphQLErrors.some(({ extensions }) =>
    ['BAD_INPUT', 'NOT_FOUND'].includes(String(extensions?.code)),
  )
  if (unknown || (data && shown === null && !fetching && !error)) {
    return <Unknown />
  }
  if (error && !shown) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  return (
    <DialogHost>
      {shown ? <Head account={shown} /> : <Skeleton rows={2} />}
      <div className={styles.parts}>
        <CustomerRights account={account} />
        <div className={styles.aside}>
          {shown && <FieldsOfAccount account={shown} />}
          <CustomerPeople account={account} />
          <CustomerDevices account={account} />
          <CustomerChanges account={account} />
        </div>
      </div>
    </DialogHost>
  )
}

/** Who the customer is, and how to see the account as its administrators do. */
function Head({ account }: { account: NonNullable<CustomerHeadQuery['account']> }) {
  const t = useTexts(table)
  const open = useDialog()
  const { retired } = useTexts(changes)
  const { producerRole, canChange } = useViewer()
  const { id, name, kind, visible, retiredAt, address, parents, children, externalIds } = account
  const below = children?.totalCount ?? 0
  const place = [
    [address?.street, [address?.postalCode, address?.city].filter(Boolean).join(' '), address?.country]
      .filter(Boolean)
      .join(', '),
  ].filter(Boolean)
  const facts = [
    t.kind[kind],
    ...(visible ? [] : [t.hidden]),
    ...(retiredAt === null ? [] : [retired(retiredAt)]),
    ...place,
    ...(below > 0 ? [t.subAccounts(below)] : []),
  ]
  return (
    <header className={styles.head}>
      <div>
        <h1>{name}</h1>
        <p className={styles.facts}>
          {facts.join(' · ')}
          {parents.map((parent) => (
            <span key={parent.id}>
              {' · '}
              {t.below}{' '}
              <Link className={styles.link} to="/console/accounts/$account" params={{ account: parent.id }}>
                {parent.name}
              </Link>
            </span>
          ))}
        </p>
        <p className={styles.facts}>
          <Identifier value={id} />
          {externalIds.length > 0 && (
            <span className={styles.names} title={t.names}>
              {externalIds.map(({ system, kind: of, value }) => (
                <span key={`${system.id} ${of} ${value}`}>
                  {system.code} {of} <Identifier value={value} />
                </span>
              ))}
            </span>
          )}
        </p>
      </div>
      <p className={styles.buttons}>
        <Button onClick={() => open((close) => <ViewCustomerDialog account={account} close={close} />)}>
          <Eye size={14} aria-hidden="true" />
          {t.viewAs}
        </Button>
        <Link className={buttonLook} to="/accounts/$account" params={{ account: id }}>
          <ExternalLink size={14} aria-hidden="true" />
          {t.portal}
        </Link>
        {canChange && producerRole === 'OPERATOR' && (
          <>
            {retiredAt === null && (
              <Link className={buttonLook} data-main="true" to="/console/issue" search={{ account: id }}>
                <Plus size={14} aria-hidden="true" />
                {t.issue}
              </Link>
            )}
            <Actions account={account} />
          </>
        )}
      </p>
    </header>
  )
}

/** What operators change of an account. */
function Actions({ account }: { account: NonNullable<CustomerHeadQuery['account']> }) {
  const t = useTexts(changes)
  const open = useDialog()
  return (
    <Menu
      label={t.actionsOf(account.name)}
      actions={[
        { name: t.change, run: () => open((close) => <ChangeAccountDialog account={account} close={close} />) },
        { name: t.link, run: () => open((close) => <LinkDialog account={account} close={close} />) },
        ...account.parents.map((parent) => ({
          name: t.unlink(parent.name),
          run: () => open((close) => <UnlinkDialog account={account} parent={parent} close={close} />),
        })),
        account.retiredAt === null
          ? {
              name: t.retire,
              wrong: true,
              run: () => open((close) => <RetireDialog account={account} close={close} />),
            }
          : { name: t.reinstate, run: () => open((close) => <ReinstateDialog account={account} close={close} />) },
      ]}
    />
  )
}
