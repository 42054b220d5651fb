import { useQuery } from 'urql'
import { useToday } from '../../portal/day/today.ts'
import { useDialog } from '../../portal/kit/DialogHost.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from '../operation/Operation.module.css'
import { type CatalogModelFragment, CatalogModelsDocument } from './catalog.ts'
import { ChangeModelDialog, NewTermsDialog } from './dialogs.ts'
import { useValueNames } from '../shell/fields.tsx'
import { ActionsCell, List, Offered, Table } from './List.tsx'
import { termsOn, type TermsVersion } from './terms.ts'
import { type CatalogTexts, texts as table } from './texts.ts'

/** The license models, each with the terms that are valid today, and those of other days. */
export function Models() {
  const t = useTexts(table)
  const { variables, next } = usePages({})
  const [{ data, error, fetching }] = useQuery({ query: CatalogModelsDocument, variables })
  const models = data?.licenseModels
  const { columns } = t.models
  return (
    <List
      list={models}
      error={error}
      fetching={fetching}
      next={models && next(models)}
      none={t.none.models}
      noneNext={t.noneNext}
    >
      {(rows) => (
        <Table columns={[columns.name, columns.activation, columns.terms, columns.valid, t.columns.state]}>
          {rows.map((model) => (
            <Row key={model.id} model={model} />
          ))}
        </Table>
      )}
    </List>
  )
}

/** Terms in words, one after the other. */
function termsInWords(version: TermsVersion, t: CatalogTexts['models']): string {
  const { leaseSeconds, offlineAllowed } = version
  return [
    leaseSeconds === null ? t.noLease : t.lease(Math.round(leaseSeconds / 36) / 100),
    t.grace(version.graceDays),
    version.overdraftAllowed ? t.overdraft : t.noOverdraft,
    t.moves(version.rehostLimit),
    offlineAllowed ? t.offline(version.offlineDays) : t.notOffline,
    ...(version.surplus === 'STOP_AFTER_GRACE' ? [t.stops] : []),
  ].join(' · ')
}

function Row({ model }: { model: CatalogModelFragment }) {
  const t = useTexts(table)
  const { columns } = t.models
  const valueName = useValueNames()
  const open = useDialog()
  const day = useToday()
  const current = termsOn(model.versions, day)
  const others = model.versions.filter((version) => version !== current)
  const valid = ({ startsOn, endsOn }: TermsVersion) =>
    endsOn === null ? t.from(startsOn) : t.between(startsOn, endsOn)
  return (
    <tr>
      <th scope="row">
        {model.name}
        {model.technology !== null && <span className={styles.second}>{model.technology}</span>}
      </th>
      <td data-label={columns.activation}>
        {valueName('ActivationModel', model.activationModel)}
        {model.metered && model.activationModel !== 'USAGE' && (
          <span className={styles.second}>{t.models.measured}</span>
        )}
      </td>
      <td className={styles.error}>
        {current ? termsInWords(current, t.models) : t.models.noTerms}
        {others.length > 0 && (
          <details>
            <summary>{t.models.more(others.length)}</summary>
            <ul className={styles.failures}>
              {others.map((version) => (
                <li key={version.id}>
                  {valid(version)}: {termsInWords(version, t.models)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td data-label={columns.valid} data-none={current === undefined}>
        {current && valid(current)}
      </td>
      <td>
        <Offered retiredAt={model.retiredAt} />
      </td>
      <ActionsCell
        of="licenseModel"
        id={model.id}
        name={model.name}
        retired={model.retiredAt !== null}
        actions={[
          {
            name: t.dialogs.newTerms.open,
            run: () => open((close) => <NewTermsDialog model={model} close={close} />),
          },
          { name: t.change, run: () => open((close) => <ChangeModelDialog model={model} close={close} />) },
        ]}
      />
    </tr>
  )
}
