import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Line.module.css'
import { type Detail, otherIdsOf } from './lineTimeline.ts'

/** Every number and id by which a line item is known, each with a button that copies it. */
export function LineNames({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const t = texts.lines.names
  const { entitlement } = line
  const order = entitlement.orderReference
  return (
    <section className={styles.section}>
      <h2>{t.title}</h2>
      <dl className={styles.names}>
        <Name name={t.activationId}>
          <Identifier value={line.activationId} />
        </Name>
        <Name name={t.entitlement}>
          <Identifier value={entitlement.number} />
        </Name>
        {order?.number && (
          <Name name={t.order}>
            <Identifier value={order.number} />
            {order.line && <span className={styles.muted}>{t.orderLine(order.line)}</span>}
          </Name>
        )}
        {otherIdsOf(line).map(({ system, kind, value }) => (
          <Name key={`${system.id} ${kind} ${value}`} name={t.external(system.name, kind)}>
            <Identifier value={value} />
          </Name>
        ))}
        <Name name={t.id}>
          <Identifier value={line.id} />
        </Name>
        <Name name={t.account}>
          {line.account.id === account ? (
            line.account.name
          ) : (
            <Link className={styles.link} to="/accounts/$account" params={{ account: line.account.id }}>
              {line.account.name}
            </Link>
          )}
        </Name>
        {entitlement.channelPartner && <Name name={t.partner}>{entitlement.channelPartner.name}</Name>}
        <Name name={t.productLine}>{line.productLine.name}</Name>
        <Name name={t.created}>{format.moment(line.createdAt)}</Name>
        <Name name={t.updated}>{format.moment(line.updatedAt)}</Name>
      </dl>
    </section>
  )
}

function Name({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
