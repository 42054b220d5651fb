import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { isId } from '../../portal/contract/id.ts'
import { today, useToday } from '../../portal/day/today.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import { useEvergreen } from '../../portal/evergreen/useEvergreen.ts'
import { Ledger } from '../../portal/entitlement/Ledger.tsx'
import { graceOn } from '../../portal/entitlement/graceDays.ts'
import { Why } from '../../portal/eligibility/Why.tsx'
import { LineState } from '../../portal/entitlement/LineState.tsx'
import { amountInWords } from '../../portal/entitlement/lineTimeline.ts'
import { lineState } from '../../portal/entitlement/states.ts'
import { isVoid } from '../../portal/entitlement/voided.ts'
import { RightHistory } from '../../portal/history/Events.tsx'
import { Button, buttonLook } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Identifier } from '../../portal/kit/Identifier.tsx'
import { Menu } from '../../portal/kit/Menu.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { Unknown } from '../account/Unknown.tsx'
import { Paid } from '../instalments/Paid.tsx'
import { DeployDialog } from '../issuing/dialogs.ts'
import { FieldsOfLine } from '../custom/CustomFields.tsx'
import own from '../catalog/Catalog.module.css'
import styles from '../operation/Operation.module.css'
import { useMayChange, useMaySupport } from '../shell/mayChange.ts'
import {
  AddCoverageDialog,
  AmendDialog,
  CancelRenewalDialog,
  ConvertDialog,
  CorrectCoverageDialog,
  CorrectDialog,
  EndDialog,
  ExtendDialog,
  GraceDialog,
  LinkCoverageDialog,
  ReleaseDialog,
  RenewDialog,
  ReplaceDialog,
  SendDialog,
  StopDialog,
  UnlinkCoverageDialog,
  VoidDialog,
  WithdrawDialog,
} from './dialogs.ts'
import right from './Rights.module.css'
import { ConsoleRightDocument, type RightCoverageFragment, type RightPeriodFragment } from './rights.ts'
import { texts as table } from './texts.ts'
import {
  canBeReleased,
  type Decided,
  decisionsOf,
  lastPeriod,
  type RightOf,
  takenOut,
  useCoverageName,
  useDaysInWords,
  useDaysOfDecision,
  useDecisionName,
  wasOfDraft,
} from './words.ts'

type OfRight = { line: RightOf }

/** All that is recorded about a right, and what operators do with it. */
export function Right() {
  const { line } = useParams({ from: '/console/rights/$line' })
  return isId(line, 'line') ? (
    <DialogHost key={line}>
      <KnownRight id={line} />
    </DialogHost>
  ) : (
    <Unknown />
  )
}

function KnownRight({ id }: { id: string }) {
  const t = useTexts(table)
  const [{ data, error }, again] = useQuery({ query: ConsoleRightDocument, variables: { line: id } })
  const line = data?.lineItem
  if (error && !line) {
    const unknown = error.graphQLErrors.some(({ extensions }) =>
      ['BAD_INPUT', 'NOT_FOUND'].includes(String(extensions?.code)),
    )
    return unknown ? <Unknown /> : <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!line) {
    return <Skeleton rows={10} />
  }
  return (
    <>
      <Head line={line} />
      <Periods line={line} />
      <Coverages line={line} />
      <Decisions line={line} />
      <FieldsOfLine line={line} />
      <Section id="ledger" title={t.sections.ledger} means={t.means.ledger}>
        <Ledger line={line} />
      </Section>
      <Section id="history" title={t.sections.history} means={t.means.history}>
        <RightHistory line={line} />
      </Section>
    </>
  )
}

/** What the right is, and what is done with all of it. */
function Head({ line }: OfRight) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const day = useToday()
  const mayChange = useMayChange()
  const open = useDialog()
  const { entitlement, account, externalIds, unit } = line
  const evergreen = useEvergreen()
  const former = externalIds.filter(({ value }) => value !== line.activationId && value !== entitlement.number)
  return (
    <>
      <p className={styles.path}>
        <Link className={styles.link} to="/console/accounts/$account" params={{ account: account.id }}>
          {account.name}
        </Link>
      </p>
      <div className={right.head}>
        <div>
          <h1>{productName(line.product)}</h1>
          <p className={right.sentence}>
            <strong>{amountInWords(line.quantity, unit, texts, format)}</strong>{' '}
            {line.isCovered ? t.covered(line.isCoveredForever ? null : line.coveredUntil) : t.notCovered}, {t.of('')}
            <Identifier value={entitlement.number} />
            {entitlement.channelPartner && (
              <>
                , {t.soldThrough}{' '}
                <Link
                  className={styles.link}
                  to="/console/accounts/$account"
                  params={{ account: entitlement.channelPartner.id }}
                >
                  {entitlement.channelPartner.name}
                </Link>
              </>
            )}
          </p>
          <p className={right.names}>
            <LineState
              state={lineState(line, day)}
              graceUntil={graceOn({ decisions: line.decisions, periodCount: line.periods }, day)?.to}
              inFull
            />
            <Why line={line.id} on={null} />
            <Identifier value={line.activationId} />
            {former.map(({ system, kind, value }) => (
              <span key={`${system.id} ${kind} ${value}`}>
                {t.formerly} <Identifier value={value} />
              </span>
            ))}
          </p>
          {!mayChange && <p className={styles.note}>{t.mayNot}</p>}
          {mayChange && line.status === 'WITHDRAWN' && <p className={styles.note}>{t.withdrawn}</p>}
        </div>
        <div className={right.buttons}>
          <Link
            className={buttonLook}
            to="/accounts/$account/entitlements/$line"
            params={{ account: account.id, line: line.id }}
          >
            {t.portal}
          </Link>
          {mayChange ? <LineActions line={line} /> : <GraceOfAgents line={line} />}
        </div>
      </div>
      {line.evergreen && <p className={styles.note}>{evergreen.sentence(line.evergreen)}</p>}
      {entitlement.decision === 'DRAFT' && (
        <div className={right.draft}>
          {t.draft}
          {mayChange && (
            <Button main onClick={() => open((close) => <DeployDialog entitlement={entitlement} close={close} />)}>
              {t.deploy}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** Whether a right can have grace at all: it ends, and is live. */
function mayHaveGrace({ endsOn, entitlement }: RightOf): boolean {
  return endsOn !== null && entitlement.decision !== 'DRAFT'
}

/** What support agents do with a right. */
function GraceOfAgents({ line }: OfRight) {
  const { actions: t } = useTexts(table)
  const open = useDialog()
  return (
    useMaySupport() &&
    mayHaveGrace(line) && (
      <Button onClick={() => open((close) => <GraceDialog line={line} close={close} />)}>{t.grace.open}</Button>
    )
  )
}

function LineActions({ line }: OfRight) {
  const { actions: t, actionsOf } = useTexts(table)
  const open = useDialog()
  const { entitlement } = line
  const draft = entitlement.decision === 'DRAFT'
  const trial = lastPeriod(line)?.term === 'TRIAL'
  const withdrawn = line.status === 'WITHDRAWN'
  const term = line.evergreen
  const isRenewed = !withdrawn && !line.perpetual && !draft && entitlement.decision !== 'TEST'
  return (
    <>
      {isRenewed && (
        <Button
          onClick={() =>
            open((close) =>
              trial ? <ConvertDialog line={line} close={close} /> : <RenewDialog line={line} close={close} />,
            )
          }
        >
          {trial ? t.convert.open : t.renew.open}
        </Button>
      )}
      {term !== null && !term.cancelled && (
        <Button onClick={() => open((close) => <CancelRenewalDialog line={line} endsOn={term.endsOn} close={close} />)}>
          {t.cancelRenewal.open}
        </Button>
      )}
      {!withdrawn && (
        <Button main={!draft} onClick={() => open((close) => <AmendDialog line={line} close={close} />)}>
          {t.amend.open}
        </Button>
      )}
      <Menu
        label={actionsOf(line.activationId)}
        actions={[
          {
            name: t.replace.open,
            run: () => open((close) => <ReplaceDialog line={line} close={close} />),
          },
          ...(draft
            ? []
            : [
                {
                  name: t.send.open,
                  run: () => open((close) => <SendDialog entitlement={entitlement} close={close} />),
                },
              ]),
          {
            name: t.hold.open,
            run: () => open((close) => <StopDialog line={line} how="hold" close={close} />),
          },
          ...(mayHaveGrace(line)
            ? [
                {
                  name: t.grace.open,
                  run: () => open((close) => <GraceDialog line={line} close={close} />),
                },
              ]
            : []),
          {
            name: t.suspend.open,
            wrong: true,
            run: () => open((close) => <StopDialog line={line} how="suspend" close={close} />),
          },
          {
            name: t.withdraw.open,
            wrong: true,
            run: () => open((close) => <WithdrawDialog entitlement={entitlement} unit={line.unit} close={close} />),
          },
        ]}
      />
    </>
  )
}

function Section({
  id,
  title,
  means,
  action,
  children,
}: {
  id: string
  title: string
  means: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={own.line}>
        <h2 id={id}>{title}</h2>
        <p>{means}</p>
        {action}
      </div>
      <div className={styles.list}>{children}</div>
    </section>
  )
}

function Columns({ names, actions }: { names: readonly string[]; actions: boolean }) {
  const t = useTexts(table).columns
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        {actions && (
          <th scope="col">
            <span className={styles.hidden}>{t.actions}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

/** The periods, in the order in which they were recorded. */
function Periods({ line }: OfRight) {
  const t = useTexts(table)
  const mayChange = useMayChange()
  const periods = line.periods?.nodes ?? []
  const places = new Map(periods.map(({ id }, index) => [id, index + 1]))
  const c = t.columns
  return (
    <Section id="periods" title={t.sections.periods} means={t.means.periods}>
      {periods.length === 0 ? (
        <p className={styles.note}>{t.none.periods}</p>
      ) : (
        <table className={styles.table} aria-labelledby="periods">
          <Columns names={[c.place, c.granted, c.days, c.state, c.order, c.history]} actions={mayChange} />
          <tbody>
            {periods.map((period) => (
              <PeriodRow key={period.id} period={period} line={line} places={places} />
            ))}
          </tbody>
        </table>
      )}
      {(line.periods?.totalCount ?? 0) > periods.length && (
        <p className={styles.note}>{t.cut(periods.length, line.periods?.totalCount ?? 0)}</p>
      )}
    </Section>
  )
}

function PeriodRow({
  period,
  line,
  places,
}: OfRight & { period: RightPeriodFragment; places: ReadonlyMap<string, number> }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const days = useDaysInWords()
  const open = useDialog()
  const mayChange = useMayChange()
  const { quantity, overdraft, orderReference, price, partNumber, renews, amends, replaces, replacedBy } = period
  const place = places.get(period.id) ?? 0
  const voided = isVoid(period)
  const at = (other: { id: string } | null) => (other === null ? undefined : places.get(other.id))
  const by = at(replacedBy)
  const corrects = at(replaces)
  const after = at(renews)
  const amended = at(amends)
  const ofDraft = (one: RightPeriodFragment | undefined) => one !== undefined && wasOfDraft(one, line)
  const moved = ofDraft(line.periods?.nodes.find(({ id }) => id === replaces?.id))
  const history = [
    ...(voided
      ? [by === undefined ? t.history.voided : t.history[ofDraft(period) ? 'deployedAs' : 'replacedBy'](by)]
      : []),
    ...(corrects === undefined ? [] : [t.history[moved ? 'deployed' : 'replaces'](corrects)]),
    ...(after === undefined ? [] : [t.history.renews(after)]),
    ...(amended === undefined ? [] : [t.history.amends(amended)]),
  ]
  const order = [orderReference?.number, orderReference?.line].filter(Boolean).join(' / ')
  const over = overdraft.amount !== null && Number(overdraft.amount) > 0 ? format.decimal(overdraft.amount) : null
  return (
    <tr>
      <th scope="row">{t.place(place)}</th>
      <td className={voided ? right.void : undefined}>
        {amountInWords(quantity, line.unit, texts, format)}
        {over !== null && <span className={styles.second}>{t.overdraft(over)}</span>}
      </td>
      <td className={voided ? right.void : undefined}>
        {days(period)}
        <span className={styles.second}>{texts.lines.detail.term[period.term]}</span>
      </td>
      <td data-label={t.columns.state} data-none={voided}>
        {!voided && period.status && texts.lines.state[period.status]}
        {period.id === line.periodInForce?.id && <span className={styles.second}>{t.inForce}</span>}
      </td>
      <td data-none={order === '' && price === null && partNumber === null}>
        {order}
        {price && <span className={styles.second}>{moneyIn(price, format)}</span>}
        <Paid instalments={period.instalments} />
        {partNumber && (
          <span className={styles.second}>
            <Link className={styles.link} to="/console/catalog/$part" params={{ part: partNumber.id }}>
              {partNumber.code}
            </Link>
          </span>
        )}
      </td>
      <td data-none={history.length === 0}>{history.join(', ')}</td>
      {mayChange && (
        <td className={styles.action}>
          {!voided && (
            <Menu
              label={t.actionsOf(`${t.columns.place} ${t.place(place)}`)}
              actions={[
                {
                  name: t.actions.correct.open,
                  run: () =>
                    open((close) => (
                      <CorrectDialog period={period} name={t.place(place)} unit={line.unit} close={close} />
                    )),
                },
                {
                  name: t.actions.void.open,
                  wrong: true,
                  run: () =>
                    open((close) => (
                      <VoidDialog period={period} name={t.place(place)} unit={line.unit} close={close} />
                    )),
                },
              ]}
            />
          )}
        </td>
      )}
    </tr>
  )
}

function Coverages({ line }: OfRight) {
  const t = useTexts(table)
  const open = useDialog()
  const mayChange = useMayChange()
  const items = line.coverageItems?.nodes ?? []
  const c = t.columns
  return (
    <Section
      id="coverages"
      title={t.sections.coverages}
      means={t.means.coverages}
      action={
        mayChange && (
          <>
            <Button onClick={() => open((close) => <AddCoverageDialog line={line} close={close} />)}>
              {t.actions.add.open}
            </Button>
            <Button
              onClick={() =>
                open((close) => (
                  <LinkCoverageDialog line={line} linked={items.map(({ coverage }) => coverage.id)} close={close} />
                ))
              }
            >
              {t.actions.link.open}
            </Button>
          </>
        )
      }
    >
      {items.length === 0 ? (
        <p className={styles.note}>{t.none.coverages}</p>
      ) : (
        <table className={styles.table} aria-labelledby="coverages">
          <Columns names={[c.coverage, c.covers, c.state, c.order, c.history]} actions={mayChange} />
          <tbody>
            {items.map((item) => (
              <CoverageRow key={item.id} item={item} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {(line.coverageItems?.totalCount ?? 0) > items.length && (
        <p className={styles.note}>{t.cut(items.length, line.coverageItems?.totalCount ?? 0)}</p>
      )}
    </Section>
  )
}

function CoverageRow({ item, line }: OfRight & { item: RightCoverageFragment }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const nameOf = useCoverageName()
  const days = useDaysInWords()
  const open = useDialog()
  const mayChange = useMayChange()
  const { coverage, quantity, level } = item
  const voided = isVoid(coverage)
  const out = takenOut(item)
  const order = [coverage.orderReference?.number, coverage.orderReference?.line].filter(Boolean).join(' / ')
  const before = line.coverageItems?.nodes.find((other) => other.coverage.id === coverage.replaces?.id)
  const moved = before !== undefined && wasOfDraft(before.coverage, line)
  const after = wasOfDraft(coverage, line) ? t.history.beforeDeployed : t.history.corrected
  const history = [
    ...(voided ? [coverage.replacedBy ? after : t.history.voided] : []),
    ...(coverage.replaces ? [moved ? t.history.deployedAnother : t.history.correctsAnother] : []),
    ...(coverage.renews ? [t.history.renewsAnother] : []),
    ...(out ? [t.history.removed(out.startsOn)] : []),
  ]
  const name = nameOf({ ...coverage, level: level ?? coverage.level })
  return (
    <tr>
      <th scope="row" className={voided ? right.void : undefined}>
        {[texts.lines.coverage[coverage.kind], (level ?? coverage.level)?.name].filter(Boolean).join(', ')}
        <span className={styles.second}>{days(coverage)}</span>
      </th>
      <td className={voided ? right.void : undefined} data-label={t.columns.covers}>
        {quantity === null ? t.whole : amountInWords(quantity, line.unit, texts, format)}
      </td>
      <td data-label={t.columns.state} data-none={voided}>
        {!voided && coverage.status && texts.lines.state[coverage.status]}
      </td>
      <td data-none={order === ''}>{order}</td>
      <td data-none={history.length === 0}>{history.join(', ')}</td>
      {mayChange && (
        <td className={styles.action}>
          {!voided && (
            <Menu
              label={t.actionsOf(name)}
              actions={[
                {
                  name: t.actions.extend.open,
                  run: () => open((close) => <ExtendDialog item={item} name={name} unit={line.unit} close={close} />),
                },
                {
                  name: t.actions.correctCoverage.open,
                  run: () =>
                    open((close) => <CorrectCoverageDialog item={item} name={name} unit={line.unit} close={close} />),
                },
                {
                  name: t.actions.unlink.open,
                  wrong: true,
                  run: () =>
                    open((close) => <UnlinkCoverageDialog item={item} name={name} unit={line.unit} close={close} />),
                },
                {
                  name: t.actions.end.open,
                  wrong: true,
                  run: () => open((close) => <EndDialog item={item} name={name} unit={line.unit} close={close} />),
                },
              ]}
            />
          )}
        </td>
      )}
    </tr>
  )
}

/** All decisions about the right, its entitlement, its periods and its coverages. */
function Decisions({ line }: OfRight) {
  const t = useTexts(table)
  const mayChange = useMayChange()
  const decided = decisionsOf(line)
  const c = t.columns
  return (
    <Section id="decisions" title={t.sections.decisions} means={t.means.decisions}>
      {decided.length === 0 ? (
        <p className={styles.note}>{t.none.decisions}</p>
      ) : (
        <table className={styles.table} aria-labelledby="decisions">
          <Columns names={[c.decision, c.days, c.about, c.why]} actions={mayChange} />
          <tbody>
            {decided.map((one) => (
              <DecisionRow key={one.decision.id} of={one} unit={line.unit} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function DecisionRow({ of: { decision, about }, unit }: { of: Decided; unit: RightOf['unit'] }) {
  const t = useTexts(table)
  const nameOf = useDecisionName()
  const days = useDaysOfDecision()
  const open = useDialog()
  const mayChange = useMayChange()
  const { actor, reason, recordedAt, liftedAt, liftedBy, liftReason, startsOn, endsOn } = decision
  const never = startsOn !== null && endsOn !== null && endsOn < startsOn
  const name = `${nameOf(decision.kind)}, ${t.about[about]}`
  return (
    <tr>
      <th scope="row" className={liftedAt === null ? undefined : right.muted}>
        {liftedAt === null ? nameOf(decision.kind) : t.released(nameOf(decision.kind))}
        <span className={styles.second}>{t.by(actor.name, recordedAt)}</span>
      </th>
      <td className={liftedAt === null ? undefined : right.muted} data-none={never}>
        {!never && days(decision)}
      </td>
      <td data-label={t.columns.about}>{t.about[about]}</td>
      <td>
        {reason}
        {liftedAt !== null && (
          <span className={styles.second}>
            {[t.lifted(liftedBy?.name ?? '', liftedAt), liftReason].filter(Boolean).join(': ')}
          </span>
        )}
      </td>
      {mayChange && (
        <td className={styles.action}>
          {canBeReleased(decision, today()) && (
            <Button
              onClick={() =>
                open((close) => <ReleaseDialog decision={decision} name={name} unit={unit} close={close} />)
              }
            >
              {t.actions.release.open}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}
