import { Link, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useToday } from '../../portal/day/today.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import { amountInWords } from '../../portal/entitlement/lineTimeline.ts'
import { Button, buttonLook } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Menu } from '../../portal/kit/Menu.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { localDay } from '../../portal/language/format.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import own from '../catalog/Catalog.module.css'
import styles from '../operation/Operation.module.css'
import { WithdrawDialog } from '../rights/dialogs.ts'
import { useMayChange } from '../shell/mayChange.ts'
import { DeployDialog } from './dialogs.ts'
import { type Draft, useDraftEntitlements } from './draftEntitlements.ts'
import { CustomerToIssueDocument } from './issuing.ts'
import { texts as table } from './texts.ts'

/** The entitlements that are prepared and not live yet, of all customers or of one. Operators deploy or withdraw them. */
export function Drafts() {
  const t = useTexts(table)
  const { account } = useSearch({ from: '/console/drafts' })
  const [{ data }] = useQuery({
    query: CustomerToIssueDocument,
    variables: { account: account ?? '' },
    pause: account === undefined,
  })
  const mayChange = useMayChange()
  return (
    <DialogHost>
      <div className={own.head}>
        <div>
          <h1>{account === undefined ? t.drafts.title : t.drafts.of(data?.account?.name ?? '')}</h1>
          <p className={own.sentence}>{t.drafts.means}</p>
          {account !== undefined && (
            <p className={styles.note}>
              <Link className={styles.link} to="/console/drafts" search={{}}>
                {t.drafts.all}
              </Link>
            </p>
          )}
        </div>
        {mayChange && (
          <Link className={buttonLook} data-main="true" to="/console/issue" search={account ? { account } : {}}>
            {t.drafts.issue}
          </Link>
        )}
      </div>
      <Rows key={account ?? ''} account={account} />
    </DialogHost>
  )
}

function Rows({ account }: { account: string | undefined }) {
  const t = useTexts(table).drafts
  const { drafts, waits, error, again, older } = useDraftEntitlements(account)
  const mayChange = useMayChange()
  if (error && drafts.length === 0) {
    return <Failure error={error} retry={again} />
  }
  return (
    <>
      {drafts.length > 0 && (
        <div className={styles.list}>
          <table className={styles.table} aria-label={t.title}>
            <thead>
              <tr>
                <th scope="col">{t.columns.draft}</th>
                <th scope="col">{t.columns.rights}</th>
                <th scope="col">{t.columns.customer}</th>
                <th scope="col">{t.columns.age}</th>
                {mayChange && (
                  <th scope="col">
                    <span className={styles.hidden}>{t.columns.actions}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => (
                <Row key={draft.id} draft={draft} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {waits ? (
        <Skeleton rows={drafts.length > 0 ? 1 : 6} />
      ) : (
        drafts.length === 0 && <Notice title={t.none}>{mayChange ? t.noneNext : undefined}</Notice>
      )}
      {!waits && older && (
        <p className={own.line}>
          <Button onClick={older}>{t.older}</Button>
        </p>
      )}
    </>
  )
}

function Row({ draft }: { draft: Draft }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table).drafts
  const open = useDialog()
  const today = useToday()
  const mayChange = useMayChange()
  const { id, number, account, createdAt, shipToEmail, lineItems } = draft
  const lines = lineItems?.nodes ?? []
  const [first] = lines
  const more = (lineItems?.totalCount ?? 0) - lines.length
  const prepared = localDay(new Date(createdAt))
  return (
    <tr>
      <th scope="row">
        {first ? (
          <Link className={styles.link} to="/console/rights/$line" params={{ line: first.id }}>
            {number}
          </Link>
        ) : (
          number
        )}
        {shipToEmail !== null && <span className={styles.second}>{shipToEmail}</span>}
      </th>
      <td>
        {lines.map((line) => (
          <span key={line.id} className={styles.second}>
            {amountInWords(line.quantity, line.unit, texts, format)} {productName(line.product)}
          </span>
        ))}
        {more > 0 && <span className={styles.second}>{t.moreRights(more)}</span>}
      </td>
      <td data-label={t.columns.customer}>
        <Link className={styles.link} to="/console/accounts/$account" params={{ account: account.id }}>
          {account.name}
        </Link>
      </td>
      <td data-label={t.columns.age}>
        <time dateTime={createdAt} title={format.moment(createdAt)}>
          {format.away(today, prepared)}
        </time>
      </td>
      {mayChange && (
        <td className={styles.action}>
          <Menu
            label={t.actionsOf(number)}
            actions={[
              {
                name: t.deploy,
                run: () => open((close) => <DeployDialog entitlement={{ id, number }} close={close} />),
              },
              {
                name: t.withdraw,
                wrong: true,
                run: () => open((close) => <WithdrawDialog entitlement={{ id, number }} close={close} />),
              },
            ]}
          />
        </td>
      )}
    </tr>
  )
}
