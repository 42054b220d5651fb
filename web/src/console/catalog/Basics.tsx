import { useQuery } from 'urql'
import { useDialog } from '../../portal/kit/DialogHost.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { unitIn } from '../../portal/language/units.ts'
import styles from '../operation/Operation.module.css'
import { CatalogFeaturesDocument, CatalogLevelsDocument, CatalogUnitsDocument } from './catalog.ts'
import { ChangeUnitDialog, FeatureDialog, LevelDialog } from './dialogs.ts'
import { ActionsCell, List, Offered, Table } from './List.tsx'
import { texts as table } from './texts.ts'

/** The units in which rights are counted. */
export function Units() {
  const t = useTexts(table)
  const { texts } = useLanguage()
  const open = useDialog()
  const { variables, next } = usePages({})
  const [{ data, error, fetching }] = useQuery({ query: CatalogUnitsDocument, variables })
  const list = data?.unitsOfMeasure
  const { columns } = t
  return (
    <List
      list={list}
      error={error}
      fetching={fetching}
      next={list && next(list)}
      none={t.none.units}
      noneNext={t.noneNext}
    >
      {(rows) => (
        <Table columns={[columns.name, columns.code, columns.rule, columns.state]}>
          {rows.map((unit) => {
            const { plural, rule } = unitIn(texts, unit)
            return (
              <tr key={unit.id}>
                <th scope="row">
                  {plural}
                  {unit.symbol !== null && <span className={styles.second}>{unit.symbol}</span>}
                </th>
                <td data-label={columns.code}>{unit.code}</td>
                <td className={styles.error}>{rule}</td>
                <td>
                  <Offered retiredAt={unit.retiredAt} />
                </td>
                <ActionsCell
                  of="unitOfMeasure"
                  id={unit.id}
                  name={unit.code}
                  retired={unit.retiredAt !== null}
                  actions={[
                    { name: t.change, run: () => open((close) => <ChangeUnitDialog unit={unit} close={close} />) },
                  ]}
                />
              </tr>
            )
          })}
        </Table>
      )}
    </List>
  )
}

/** The levels of maintenance and support. */
export function Levels() {
  const t = useTexts(table)
  const { format } = useLanguage()
  const open = useDialog()
  const { variables, next } = usePages({})
  const [{ data, error, fetching }] = useQuery({ query: CatalogLevelsDocument, variables })
  const list = data?.coverageLevels
  const { columns } = t
  return (
    <List
      list={list}
      error={error}
      fetching={fetching}
      next={list && next(list)}
      none={t.none.levels}
      noneNext={t.noneNext}
    >
      {(rows) => (
        <Table columns={[columns.name, columns.code, columns.rank, columns.state]}>
          {rows.map((level) => (
            <tr key={level.id}>
              <th scope="row">{level.name}</th>
              <td data-label={columns.code}>{level.code}</td>
              <td data-label={columns.rank}>{format.count(level.rank)}</td>
              <td>
                <Offered retiredAt={level.retiredAt} />
              </td>
              <ActionsCell
                of="coverageLevel"
                id={level.id}
                name={level.name}
                retired={level.retiredAt !== null}
                actions={[{ name: t.change, run: () => open((close) => <LevelDialog level={level} close={close} />) }]}
              />
            </tr>
          ))}
        </Table>
      )}
    </List>
  )
}

/** The features for which running programs ask. */
export function Features() {
  const t = useTexts(table)
  const open = useDialog()
  const { variables, next } = usePages({})
  const [{ data, error, fetching }] = useQuery({ query: CatalogFeaturesDocument, variables })
  const list = data?.features
  const { columns } = t
  return (
    <List
      list={list}
      error={error}
      fetching={fetching}
      next={list && next(list)}
      none={t.none.features}
      noneNext={t.noneNext}
    >
      {(rows) => (
        <Table columns={[columns.code, columns.version, columns.name, columns.state]}>
          {rows.map((feature) => (
            <tr key={feature.id}>
              <th scope="row">{feature.code}</th>
              <td data-label={columns.version} data-none={feature.version === null}>
                {feature.version ?? t.nothing}
              </td>
              <td data-label={columns.name} data-none={feature.name === null}>
                {feature.name ?? t.nothing}
              </td>
              <td>
                <Offered retiredAt={feature.retiredAt} />
              </td>
              <ActionsCell
                of="feature"
                id={feature.id}
                name={feature.code}
                retired={feature.retiredAt !== null}
                actions={[
                  { name: t.change, run: () => open((close) => <FeatureDialog feature={feature} close={close} />) },
                ]}
              />
            </tr>
          ))}
        </Table>
      )}
    </List>
  )
}
