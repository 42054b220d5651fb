import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { Status } from '../contract/types.ts'
import { AccountDocument } from '../account/account.ts'
import { Chip, type Choice } from '../kit/Chip.tsx'
import { SearchField } from '../kit/SearchField.tsx'
import type { Messages } from '../language/en.ts'
import { useLanguage } from '../language/language.tsx'
import { unitIn } from '../language/units.ts'
import { DaysDialog } from './DaysDialog.tsx'
import styles from './Filters.module.css'
import { productName } from './groups.ts'
import { useHidden } from './hidden.ts'
import { LineChoicesDocument, type LineChoicesQuery } from './lines.ts'
import { focusRow } from './rows.ts'
import { groupings, type LinesSearch, orders, readRange, type Window, windows } from './search.ts'

const statuses: Status[] = [
  'ACTIVE',
  'IN_GRACE',
  'AWAITING_ACTIVATION',
  'FUTURE',
  'EXPIRED',
  'SUSPENDED',
  'ON_HOLD',
  'SUPERSEDED',
]

/** Whether the address has a state that is not among those to choose; it is then one more of them. */
function isRare(status: LinesSearch['status']): status is Status | 'renewable' {
  return status !== undefined && status !== 'all' && (status === 'renewable' || !statuses.includes(status))
}

/** How many line items are taken to be hidden until the server has counted them: most accounts have two digits of them. */
const expected = 10

/** Changes the address. One that replaces the last change needs no step back of its own. */
type Change = (part: Partial<LinesSearch>, replace?: boolean) => void

/** The filters of the list, each a chip. The address has them, so that Back undoes one. */
export function Filters({ search }: { search: LinesSearch }) {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const navigate = useNavigate({ from: '/accounts/$account/entitlements' })
  const [more, setMore] = useState(false)
  const [near, setNear] = useState(false)
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const named = search.productLine ?? search.product ?? search.unit ?? search.held
  const [{ data }] = useQuery({
    query: LineChoicesDocument,
    variables: { account },
    pause: !(near || more || named !== undefined), // the sums of a large account are not for nothing
  })
  const hasAccounts = (frame.data?.account?.children?.totalCount ?? 0) > 0
  const change: Change = (part, replace = false) => void navigate({ search: (now) => ({ ...now, ...part }), replace })
  const t = texts.lines.filters
  const hidden = useHidden(account, search)
  const offered = choicesOf(data, texts)
  const rare = [
    { name: 'productLine', label: t.productLine, choices: offered.productLines },
    { name: 'product', label: t.product, choices: offered.products },
    { name: 'unit', label: t.unit, choices: offered.units },
  ] as const
  return (
    <search
      className={styles.filters}
      aria-label={texts.filters.label}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
    >
      <SearchField
        text={search.text}
        label={texts.entitlements.search}
        placeholder={texts.lines.search}
        search={(text, replace) => change({ text }, replace)}
        down={() => focusRow('first')}
      />
      <div className={styles.chips}>
        <Chip
          label={texts.filters.status}
          value={search.status ?? ''}
          text={
            search.status === 'all' ? undefined : search.status ? texts.lines.state[search.status] : t.held(hidden ?? 0)
          }
          room={hidden === undefined ? t.held(expected).replace(t.held(0), '') : undefined}
          choices={[
            { value: '', name: texts.filters.held },
            { value: 'all', name: texts.filters.all },
            ...(isRare(search.status) ? [...statuses, search.status] : statuses).map((s) => ({
              value: s,
              name: texts.lines.state[s],
            })),
          ]}
          choose={(value) => change({ status: (value || undefined) as LinesSearch['status'] })}
          remove={() => change({ status: 'all' })}
        />
        <Chip
          label={t.group}
          value={search.group ?? ''}
          text={search.group === 'none' ? undefined : t.groupedBy[search.group ?? 'productLine']}
          choices={[
            { value: '', name: t.groupedBy.productLine },
            ...groupings.map((g) => ({ value: g, name: g === 'none' ? t.ungrouped : t.groupedBy[g] })),
          ]}
          choose={(value) => change({ group: (value || undefined) as LinesSearch['group'] })}
          remove={() => change({ group: 'none' })}
        />
        <Ends search={search} change={change} />
        <Coverage search={search} change={change} />
        <Chip
          label={texts.filters.use}
          value={search.use ?? ''}
          text={search.use && texts.filters[search.use]}
          choices={[
            { value: '', name: texts.filters.any },
            { value: 'over', name: texts.filters.over },
            { value: 'free', name: texts.filters.free },
          ]}
          choose={(value) =>
            change(
              value === 'over' ? { use: value, status: 'all' } : { use: (value || undefined) as LinesSearch['use'] },
            )
          }
          remove={() => change({ use: undefined })}
        />
        {rare.map(
          ({ name, label, choices }) =>
            (more || search[name] !== undefined) && (
              <OneOf key={name} name={name} label={label} choices={choices} search={search} change={change} />
            ),
        )}
        {(hasAccounts || search.held !== undefined || search.below === false) && (
          <Accounts account={account} choices={offered.accounts} search={search} change={change} />
        )}
        {(more || search.order !== undefined) && (
          <Chip
            label={t.order}
            value={search.order ?? ''}
            text={search.order && t.orders[search.order]}
            choices={[{ value: '', name: t.orders.usual }, ...orders.map((o) => ({ value: o, name: t.orders[o] }))]}
            choose={(value) => change({ order: (value || undefined) as LinesSearch['order'] })}
            remove={() => change({ order: undefined })}
          />
        )}
        <button
          type="button"
          className={styles.more}
          aria-label={t.moreLabel}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {more ? t.fewer : t.more}
        </button>
      </div>
    </search>
  )
}

/** The value of a choice that opens the dialog for a range of days. */
const otherDays = 'days'

/** What a window is called, such as "30 days" or "1 Jan 2027 to 30 Jun 2027". */
function useWindowName() {
  const { texts, format } = useLanguage()
  return (window: Window) => {
    const range = typeof window === 'number' ? null : readRange(window)
    if (typeof window === 'number' || range === null) {
      return texts.lines.filters.withinDays(Number(window))
    }
    return texts.lines.filters.between(range.from && format.day(range.from), range.to && format.day(range.to))
  }
}

function Ends({ search, change }: { search: LinesSearch; change: Change }) {
  const { texts } = useLanguage()
  const t = texts.lines.filters
  const named = useWindowName()
  const [asks, setAsks] = useState(false)
  const none = { ends: undefined, perpetual: undefined }
  const range = typeof search.ends === 'string' ? readRange(search.ends) : null
  return (
    <>
      <Chip
        label={texts.filters.ends}
        value={search.perpetual ? 'never' : range ? otherDays : String(search.ends ?? '')}
        text={search.perpetual ? t.perpetual : search.ends && t.ends(named(search.ends))}
        choices={[
          { value: '', name: texts.filters.anyEnd },
          ...windows.map((d) => ({ value: String(d), name: t.ends(t.withinDays(d)) })),
          { value: 'never', name: t.perpetual },
          ...(range ? [{ value: otherDays, name: t.ends(named(search.ends as Window)) }] : []),
          { value: 'choose', name: t.otherDays },
        ]}
        choose={(value) => {
          if (value === 'choose') {
            setAsks(true)
          } else if (value !== otherDays) {
            change({
              ...none,
              ...(value === 'never' ? { perpetual: true } : { ends: (Number(value) || undefined) as Window }),
            })
          }
        }}
        remove={() => change(none)}
      />
      <DaysDialog
        open={asks}
        title={t.endsTitle}
        range={range}
        choose={(ends) => change({ ...none, ends })}
        close={() => setAsks(false)}
      />
    </>
  )
}

function Coverage({ search, change }: { search: LinesSearch; change: Change }) {
  const { texts } = useLanguage()
  const t = texts.lines.filters
  const named = useWindowName()
  const [asks, setAsks] = useState(false)
  const none = { covered: undefined, coverageEnds: undefined }
  const range = typeof search.coverageEnds === 'string' ? readRange(search.coverageEnds) : null
  const said = [
    ...(search.covered === undefined ? [] : [search.covered ? texts.filters.covered : texts.filters.uncovered]),
    ...(search.coverageEnds === undefined ? [] : [t.coverageEnds(named(search.coverageEnds))]),
  ]
  return (
    <>
      <Chip
        label={texts.filters.coverage}
        value={
          search.coverageEnds === undefined
            ? String(search.covered ?? '')
            : range
              ? otherDays
              : String(search.coverageEnds)
        }
        text={said.length > 0 ? said.join(', ') : undefined}
        choices={[
          { value: '', name: texts.filters.any },
          { value: 'true', name: texts.filters.covered },
          { value: 'false', name: texts.filters.uncovered },
          ...windows.map((d) => ({ value: String(d), name: t.coverageEnds(t.withinDays(d)) })),
          ...(range ? [{ value: otherDays, name: t.coverageEnds(named(search.coverageEnds as Window)) }] : []),
          { value: 'choose', name: t.otherDays },
        ]}
        choose={(value) => {
          if (value === 'choose') {
            setAsks(true)
          } else if (value === 'true' || value === 'false') {
            change({ ...none, covered: value === 'true' })
          } else if (value !== otherDays) {
            change({ ...none, coverageEnds: (Number(value) || undefined) as Window | undefined })
          }
        }}
        remove={() => change(none)}
      />
      <DaysDialog
        open={asks}
        title={t.coverageEndsTitle}
        range={range}
        choose={(coverageEnds) => change({ ...none, coverageEnds })}
        close={() => setAsks(false)}
      />
    </>
  )
}

/** A chip for one of many things that the account holds. */
function OneOf({
  name,
  label,
  choices,
  search,
  change,
}: {
  name: 'productLine' | 'product' | 'unit'
  label: string
  choices: readonly Choice[]
  search: LinesSearch
  change: Change
}) {
  const { texts } = useLanguage()
  const value = search[name]
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <Chip
      label={label}
      value={value ?? ''}
      text={value && (chosen?.name ?? label)}
      choices={[
        { value: '', name: texts.filters.any },
        ...choices,
        ...(value !== undefined && chosen === undefined ? [{ value, name: label }] : []),
      ]}
      choose={(next) => change({ [name]: next || undefined })}
      remove={() => change({ [name]: undefined })}
    />
  )
}

function Accounts({
  account,
  choices,
  search,
  change,
}: {
  account: string
  choices: readonly Choice[]
  search: LinesSearch
  change: Change
}) {
  const { texts } = useLanguage()
  const t = texts.lines.filters
  const chosen = choices.find((choice) => choice.value === search.held)
  const alone = search.held === undefined && search.below === false
  return (
    <Chip
      label={t.account}
      value={alone ? account : (search.held ?? '')}
      text={alone ? t.thisAccount : search.held && (chosen?.name ?? t.account)}
      choices={[
        { value: '', name: texts.filters.subAccounts },
        { value: account, name: t.thisAccount },
        ...choices.filter((choice) => choice.value !== account),
      ]}
      choose={(value) =>
        change({
          held: value === account ? undefined : value || undefined,
          below: value === account ? false : undefined,
        })
      }
      remove={() => change({ held: undefined, below: undefined })}
    />
  )
}

/** What the chips offer, each thing once. */
function choicesOf(
  data: LineChoicesQuery | undefined,
  texts: Messages,
): Record<'productLines' | 'products' | 'units' | 'accounts', Choice[]> {
  const found = data?.account
  return {
    productLines: distinct(
      found?.productLines?.map((p) => p.productLine),
      (line) => line.name,
    ),
    products: distinct(
      found?.products?.map((p) => p.product),
      productName,
    ),
    units: distinct(
      found?.units?.map((p) => p.unit),
      (unit) => unitIn(texts, unit).plural,
    ),
    accounts: distinct(
      found?.accounts?.map((p) => p.account),
      (account) => account.name,
    ),
  }
}

function distinct<Thing extends { id: string }>(
  things: (Thing | null)[] | undefined,
  name: (thing: Thing) => string,
): Choice[] {
  const all = new Map(things?.flatMap((thing) => (thing === null ? [] : [[thing.id, name(thing)] as const])))
  return [...all].map(([value, text]) => ({ value, name: text }))
}
