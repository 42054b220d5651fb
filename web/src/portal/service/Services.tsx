import { useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import { DialogHost } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { services } from '../member/words.ts'
import styles from '../settings/Settings.module.css'
import { useViewer } from '../viewer/viewer.tsx'
import { OneService } from './OneService.tsx'
import { OtherAccounts } from './OtherAccounts.tsx'
import { LackingPeopleDocument, OwnServicesDocument } from './service.ts'
import { ServiceLinks } from './ServiceLinks.tsx'
import { standingOf } from './standing.ts'
import { texts as own } from './texts.ts'

/** The services of the producer: which of them are open to the viewer, why not, and who can open them. */
export function Services() {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const { account } = useParams({ from: '/accounts/$account' })
  const { producerRole, viewingAs } = useViewer()
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const [{ data, error }, again] = useQuery({ query: OwnServicesDocument })
  const shown = frame.data?.account
  const [lacking] = useQuery({
    query: LackingPeopleDocument,
    variables: { account },
    pause: !shown?.viewerCanManageMembers,
  })
  const viewer = data?.viewer
  const failed = error ?? frame.error
  const retry = () => again({ requestPolicy: 'network-only' })
  if (!viewer || !shown) {
    return (
      <>
        <h1 className={styles.title}>{texts.navigation.services}</h1>
        <p className={styles.sentence}>&nbsp;</p>
        {failed ? <Failure error={failed} retry={retry} /> : <Skeleton rows={6} />}
      </>
    )
  }
  const who = { ofProducer: producerRole !== null, isViewing: viewingAs !== null }
  const all = services.map((service) => ({
    service,
    standing: standingOf(service, account, viewer, shown.viewerServices, who),
  }))
  const open = all.filter(({ standing }) => standing.isOpen).map(({ service }) => texts.service[service])
  const membership = viewer.memberships.find((one) => one.account?.id === account)
  return (
    <DialogHost>
      <h1 className={styles.title}>{texts.navigation.services}</h1>
      <p className={styles.sentence}>{t.sentence(open)}</p>
      <section className={styles.section} aria-label={texts.navigation.services}>
        <ul className={styles.rows}>
          {all.map(({ service, standing }) => (
            <OneService
              key={service}
              account={account}
              service={service}
              standing={standing}
              membership={membership}
              hasLinks={(data.serviceLinks?.length ?? 0) > 0}
              lacking={lacking.data?.account?.[service]?.totalCount}
            />
          ))}
        </ul>
      </section>
      <ServiceLinks links={data.serviceLinks} error={error} retry={retry} />
      <OtherAccounts account={account} viewer={viewer} />
    </DialogHost>
  )
}
