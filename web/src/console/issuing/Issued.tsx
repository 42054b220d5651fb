import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { Button } from '../../portal/kit/Button.tsx'
import { Record } from '../../portal/kit/ChangeOutlook.tsx'
import { takeFocus } from '../../portal/kit/Dialog.tsx'
import { productName } from '../../portal/entitlement/groups.ts'
import { Identifier } from '../../portal/kit/Identifier.tsx'
import type { Changed } from '../../portal/kit/proposal.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import operation from '../operation/Operation.module.css'
import styles from './Issuing.module.css'
import type { IssueEntitlementMutation } from './issuing.ts'
import { type EnteredOrder, plannedBy } from './order.ts'
import { OrderOutlook } from './OrderOutlook.tsx'
import { texts as table } from './texts.ts'

type IssuedOrder = Changed & NonNullable<IssueEntitlementMutation['change']>

/** What was issued: its number, the activation ids to copy, and where to go on. */
export function Issued({ order, change, another }: { order: EnteredOrder; change: Changed; another: () => void }) {
  const t = useTexts(table)
  const { entitlement, lines } = change as IssuedOrder
  const planned = plannedBy(change.effects)
  const number = entitlement?.number ?? planned.number
  const account = order.account?.id ?? ''
  return (
    <section className={styles.issued} aria-labelledby="issued">
      <h2 id="issued" ref={takeFocus} tabIndex={-1}>
        <CircleCheck size={16} aria-hidden="true" className={styles.good} /> {t.done.title(number)}
      </h2>
      <p className={styles.note}>
        <Identifier value={number} />
      </p>
      <div className={operation.list}>
        <table className={operation.table} aria-label={t.done.ids}>
          <thead>
            <tr>
              <th scope="col">{t.done.columns.product}</th>
              <th scope="col">{t.done.columns.activationId}</th>
              <th scope="col">{t.done.columns.open}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ index, lineItem }) => {
              const part = order.lines[index]?.part
              const name = part?.product ? productName(part.product) : (part?.code ?? '')
              return (
                <tr key={index}>
                  <th scope="row">{name}</th>
                  <td>{lineItem && <Identifier value={lineItem.activationId} />}</td>
                  <td>
                    {lineItem && (
                      <Link
                        className={operation.link}
                        to="/console/rights/$line"
                        params={{ line: lineItem.id }}
                        aria-label={`${t.done.right} ${lineItem.activationId}`}
                      >
                        {t.done.right}
                      </Link>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <OrderOutlook planned={{ ...planned, lines: [] }} order={order} done />
      {change.warnings.map(({ code, message }) => (
        <p key={code} className={styles.note}>
          {message}
        </p>
      ))}
      <p className={styles.links}>
        <Button main onClick={another}>
          {t.done.another}
        </Button>
        <Link className={operation.link} to="/console/accounts/$account" params={{ account }}>
          {t.done.customer}
        </Link>
        {order.state === 'LIVE' && (
          <Link
            className={operation.link}
            to="/accounts/$account/entitlements"
            params={{ account }}
            search={{ text: number, status: 'all' }}
          >
            {t.done.portal}
          </Link>
        )}
        {order.state === 'DRAFT' && (
          <Link className={operation.link} to="/console/drafts">
            {t.done.drafts}
          </Link>
        )}
        <Record of={change} />
      </p>
    </section>
  )
}
