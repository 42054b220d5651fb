import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleSlash, Download, type LucideIcon, MessagesSquare, ScrollText } from 'lucide-react'
import type { Service } from '../contract/types.ts'
import { Status } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import styles from '../settings/Settings.module.css'
import { AskForService } from './AskForService.tsx'
import type { OwnServices, Standing } from './standing.ts'
import { texts as own } from './texts.ts'

const icons: Record<Service, LucideIcon> = { LICENSING: ScrollText, DOWNLOADS: Download, COMMUNITY: MessagesSquare }

/** One service: whether it is open to the viewer, why, and what they can do about it. */
export function OneService({
  account,
  service,
  standing,
  membership,
  hasLinks,
  lacking,
}: {
  account: string
  service: Service
  standing: Standing
  membership: OwnServices['memberships'][number] | undefined
  hasLinks: boolean
  /** How many people have access without it; undefined if the viewer does not manage them. */
  lacking: number | undefined
}) {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const Icon = icons[service]
  return (
    <li className={styles.item}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <span className={styles.what}>
        <strong>{texts.service[service]}</strong>
        <span className={styles.below}>{t.about[service]}</span>
        <Why standing={standing} membership={membership} />
        {standing.isOpen && <Where account={account} service={service} hasLinks={hasLinks} />}
        {lacking !== undefined && lacking > 0 && (
          <Link className={rows.link} to="/accounts/$account/people" params={{ account }} search={{ lacks: service }}>
            {t.lacking(lacking)}
          </Link>
        )}
      </span>
      <span className={styles.when}>
        {standing.isOpen ? (
          <Status tone="good" icon={CircleCheck}>
            {t.open}
          </Status>
        ) : (
          <Status tone="plain" icon={CircleSlash}>
            {t.closed}
          </Status>
        )}
        {!standing.isOpen && standing.reason === 'NOT_GRANTED' && <AskForService account={account} service={service} />}
      </span>
    </li>
  )
}

function Why({
  standing,
  membership,
}: {
  standing: Standing
  membership: OwnServices['memberships'][number] | undefined
}) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  if (!standing.isOpen) {
    const { reason, administrators } = standing
    const names = administrators.map(({ name, user }) => (user?.email ? `${name} (${user.email})` : name))
    return (
      <span>
        {t.reason[reason]}
        {reason === 'NOT_GRANTED' && ` ${names.length > 0 ? t.whoCan(format.list(names)) : t.nobodyKnown}`}
      </span>
    )
  }
  if (standing.through !== 'membership') {
    return <span>{t.openThrough[standing.through]}</span>
  }
  if (!membership) {
    return null
  }
  const names = texts.change.values.names.Role
  const roles = membership.roles.map((role) => names?.[role] ?? role)
  return <span>{t.openAs(format.list(roles), membership.productLine?.name ?? null, membership.endsOn)}</span>
}

/** Where a service is that is open. Only licensing has screens here. */
function Where({ account, service, hasLinks }: { account: string; service: Service; hasLinks: boolean }) {
  const t = useTexts(own)
  if (service !== 'LICENSING') {
    return <span className={styles.below}>{hasLinks ? t.elsewhere : t.elsewhereUnknown}</span>
  }
  return (
    <span>
      <Link className={rows.link} to="/accounts/$account/entitlements" params={{ account }}>
        {t.show.entitlements}
      </Link>
      {' · '}
      <Link className={rows.link} to="/accounts/$account/devices" params={{ account }}>
        {t.show.devices}
      </Link>
    </span>
  )
}
