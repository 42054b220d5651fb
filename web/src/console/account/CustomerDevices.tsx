import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from './Customer.module.css'
import { CustomerDevicesDocument } from './customer.ts'
import { texts as table } from './texts.ts'

/** The devices and license servers of an account: how many, and those that changed last. */
export function CustomerDevices({ account }: { account: string }) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const [{ data, error }] = useQuery({ query: CustomerDevicesDocument, variables: { account } })
  const { inUse, servers } = data?.account ?? {}
  const count = (inUse?.totalCount ?? 0) + (servers?.totalCount ?? 0)
  const rows = [
    ...(servers?.nodes ?? []).map((row) => ({ row, note: t.server })),
    ...(inUse?.nodes ?? []).map((row) => ({ row, note: undefined })),
  ]
  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{t.devices}</h2>
      {error && !inUse ? (
        <Failure error={error} />
      ) : !inUse ? (
        <Skeleton rows={3} />
      ) : (
        <>
          <p className={styles.count}>
            {count === 0 ? t.noDevices : t.devicesCount(inUse.totalCount, servers?.totalCount ?? 0)}
          </p>
          <ul className={styles.rows}>
            {rows.slice(0, 4).map(({ row: { id, name, fingerprint, lastSeenAt }, note }) => (
              <li key={id}>
                <Link className={styles.plain} to="/accounts/$account/devices/$device" params={{ account, device: id }}>
                  {name ?? fingerprint}
                </Link>
                <span className={styles.second}>
                  {[
                    note,
                    name === null ? undefined : fingerprint,
                    lastSeenAt === null ? undefined : format.ago(lastSeenAt),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            <Link className={styles.link} to="/accounts/$account/devices" params={{ account }}>
              {t.allDevices}
            </Link>
            {servers !== undefined && servers !== null && servers.totalCount > 0 && (
              <Link
                className={styles.link}
                to="/accounts/$account/devices"
                params={{ account }}
                search={{ tab: 'servers' }}
              >
                {t.allServers}
              </Link>
            )}
          </p>
        </>
      )}
    </section>
  )
}
