import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addDays } from '../../portal/language/format.ts'
import { useToday } from '../../portal/day/today.ts'
import { isId } from '../../portal/contract/id.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import { AccountHistory, type OfLine } from '../../portal/history/Events.tsx'
import { Field } from '../../portal/kit/Field.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { CustomerToIssueDocument } from '../issuing/issuing.ts'
import styles from '../operation/Operation.module.css'
import own from './Customer.module.css'
import { timeOf } from './search.ts'
import { texts as table } from './texts.ts'
import { Unknown } from './Unknown.tsx'

/** How many days before today the page begins, if the address says nothing. */
const usual = 30

/** What was recorded about the rights of a customer in a time. */
export function RightChanges() {
  const { account } = useParams({ from: '/console/accounts/$account/changes' })
  return isId(account, 'acct') ? <KnownChanges key={account} account={account} /> : <Unknown />
}

function KnownChanges({ account }: { account: string }) {
  const { rightChanges: t } = useTexts(table)
  const navigate = useNavigate()
  const search = useSearch({ from: '/console/accounts/$account/changes' })
  const [{ data, error }] = useQuery({ query: CustomerToIssueDocument, variables: { account } })
  const today = useToday()
  const to = search.to ?? today
  const from = search.from ?? addDays(to, -usual)
  const days = { from, to }
  if (error && !data?.account) {
    return <Unknown />
  }
  return (
    <>
      <p className={styles.path}>
        <Link className={styles.link} to="/console/accounts/$account" params={{ account }}>
          {data?.account?.name ?? account}
        </Link>
      </p>
      <h1>{t.title}</h1>
      <p className={styles.sentence}>{t.means}</p>
      <div className={own.days}>
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={t[end]}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={days[end]}
                onChange={(event) =>
                  void navigate({ to: '.', replace: true, search: { ...days, [end]: event.currentTarget.value } })
                }
              />
            )}
          </Field>
        ))}
      </div>
      <div className={styles.list}>
        <AccountHistory account={account} {...timeOf(from, to)} Target={RightLink} />
      </div>
    </>
  )
}

function RightLink({ line }: OfLine) {
  return (
    <>
      <Link className={styles.link} to="/console/rights/$line" params={{ line: line.id }}>
        {line.activationId}
      </Link>
      <span className={styles.second}>{productName(line.product)}</span>
    </>
  )
}
