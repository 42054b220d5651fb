import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleSlash } from 'lucide-react'
import { PartTable } from '../entitlement/PartTable.tsx'
import { Status } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import { services } from '../member/words.ts'
import { Section } from '../settings/Section.tsx'
import { otherAccounts, type OwnServices } from './standing.ts'
import { texts as own } from './texts.ts'
import people from '../member/People.module.css'

/** What is open to the viewer in their other accounts, also in those in which the membership no longer holds. */
export function OtherAccounts({ account, viewer }: { account: string; viewer: OwnServices }) {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const others = otherAccounts(account, viewer)
  if (others.length === 0) {
    return null
  }
  const inForce = new Set(viewer.memberships.map((membership) => membership.account?.id))
  return (
    <Section id="others" title={t.others}>
      <div className={people.list}>
        <PartTable name={t.others} head={[t.account, ...services.map((service) => texts.service[service])]}>
          {others.map(({ id, name, services: here }) => (
            <tr key={id}>
              <th scope="row">
                {inForce.has(id) ? (
                  <Link className={rows.link} to="/accounts/$account/services" params={{ account: id }}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </th>
              {services.map((service) => {
                const reason = here.get(service)?.closedReason
                return (
                  <td key={service} data-label={`${texts.service[service]}:`}>
                    {reason ? (
                      <Status tone="plain" icon={CircleSlash}>
                        {t.shortReason[reason]}
                      </Status>
                    ) : (
                      <Status tone="good" icon={CircleCheck}>
                        {t.open}
                      </Status>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </PartTable>
      </div>
    </Section>
  )
}
