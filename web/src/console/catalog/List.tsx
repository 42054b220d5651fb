import type { CombinedError } from '@urql/core'
import { CircleCheck, CircleSlash } from 'lucide-react'
import type { ReactNode } from 'react'
import { Failure } from '../../portal/kit/Failure.tsx'
import { useDialog } from '../../portal/kit/DialogHost.tsx'
import { type Action, Menu } from '../../portal/kit/Menu.tsx'
import { More } from '../../portal/kit/More.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Status } from '../../portal/kit/Status.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from '../operation/Operation.module.css'
import { RetireDialog } from './dialogs.ts'
import { useMayChange } from '../shell/mayChange.ts'
import type { Retirable } from './RetireDialog.tsx'
import { texts as table } from './texts.ts'

type Listed<Row> = { totalCount: number; nodes: Row[] }

type Properties<Row> = {
  list: Listed<Row> | null | undefined
  error: CombinedError | undefined
  fetching: boolean
  next: (() => void) | null | undefined
  none: string
  noneNext: string
}

/** A list page by page: its rows, or why there are none. */
export function List<Row>({
  list,
  error,
  fetching,
  next,
  none,
  noneNext,
  children,
}: Properties<Row> & { children: (rows: Row[]) => ReactNode }) {
  if (error && !list) {
    return <Failure error={error} />
  }
  if (!list) {
    return <Skeleton rows={8} />
  }
  if (list.totalCount === 0) {
    return <Notice title={none}>{noneNext}</Notice>
  }
  return (
    <div className={styles.list}>
      {children(list.nodes)}
      <More shown={list.nodes.length} all={list.totalCount} waits={fetching} show={next ?? undefined} />
    </div>
  )
}

/** A table with a heading for each column, and one for the actions of those who may change the rows. */
export function Table({
  columns,
  label,
  children,
}: {
  columns: readonly string[]
  label?: string
  children: ReactNode
}) {
  const t = useTexts(table)
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {useMayChange() && (
            <th scope="col">
              <span className={styles.hidden}>{t.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** Whether something is offered or retired. */
export function Offered({ retiredAt }: { retiredAt: string | null }) {
  const t = useTexts(table)
  return retiredAt === null ? (
    <Status tone="good" icon={CircleCheck}>
      {t.offered}
    </Status>
  ) : (
    <Status tone="plain" icon={CircleSlash}>
      {t.retired}
    </Status>
  )
}

/** What operators can do with a thing of the catalog, the last of which is to retire it or to bring it back. */
export function Actions({ of, id, name, retired, actions }: Retirable & { actions: readonly Action[] }) {
  const t = useTexts(table)
  const open = useDialog()
  return (
    useMayChange() && (
      <Menu
        label={t.actionsOf(name)}
        actions={[
          ...actions,
          {
            name: retired ? t.bringBack : t.retire,
            wrong: !retired,
            run: () => open((close) => <RetireDialog of={of} id={id} name={name} retired={retired} close={close} />),
          },
        ]}
      />
    )
  )
}

/** The cell with the actions of a row, for those who may change it. */
export function ActionsCell(properties: Retirable & { actions: readonly Action[] }) {
  return (
    useMayChange() && (
      <td className={styles.action}>
        <Actions {...properties} />
      </td>
    )
  )
}
