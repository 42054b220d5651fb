import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { today } from '../../portal/day/today.ts'
import { Failure } from '../../portal/kit/Failure.tsx'
import { later } from '../../portal/kit/later.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { Unknown } from '../account/Unknown.tsx'
import { useMayChange } from '../shell/mayChange.ts'
import styles from './Issuing.module.css'
import { CustomerToIssueDocument } from './issuing.ts'
import { emptyOrder, type Named } from './order.ts'
import { texts as table } from './texts.ts'

const OrderForm = later(async () => (await import('./OrderForm.tsx')).OrderForm)

/** An order is entered and issued. The page of a customer leads here with the customer. */
export function Issue() {
  const t = useTexts(table).issue
  const { account } = useSearch({ from: '/console/issue' })
  if (!useMayChange()) {
    return (
      <Notice whole title={t.title}>
        {t.mayNot}
      </Notice>
    )
  }
  return (
    <>
      <h1 className={styles.title}>{t.title}</h1>
      <p className={styles.means}>{t.means}</p>
      {account === undefined ? <Orders account={null} /> : <OrdersOf key={account} account={account} />}
    </>
  )
}

function OrdersOf({ account }: { account: string }) {
  const [{ data, error }] = useQuery({ query: CustomerToIssueDocument, variables: { account } })
  if (error && !data?.account) {
    return error.graphQLErrors.some(({ extensions }) => extensions?.code === 'NOT_FOUND') ? (
      <Unknown />
    ) : (
      <Failure error={error} />
    )
  }
  return data?.account ? <Orders account={data.account} /> : <Skeleton rows={8} />
}

/** One order after the other: each is entered anew, with a key of its own. */
function Orders({ account }: { account: Named | null }) {
  const { code } = useLanguage()
  const [count, setCount] = useState(0)
  return (
    <OrderForm
      key={count}
      name={`${account?.id ?? ''} ${count}`}
      empty={emptyOrder(today(), code === 'de' ? 'DE' : 'EN', account)}
      another={() => setCount(count + 1)}
      meanwhile={<Skeleton rows={8} />}
    />
  )
}
