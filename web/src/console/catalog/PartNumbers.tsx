import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react'
import { useQuery } from 'urql'
import type { PartNumberFilterInput } from '../../portal/contract/types.ts'
import { useToday } from '../../portal/day/today.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import { Button } from '../../portal/kit/Button.tsx'
import { Chip } from '../../portal/kit/Chip.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { useFirstRows } from '../../portal/kit/firstRows.ts'
import { Notice } from '../../portal/kit/Notice.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { SearchField } from '../../portal/kit/SearchField.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Status } from '../../portal/kit/Status.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from '../operation/Operation.module.css'
import { CatalogPartNumbersDocument, type PartNumberRowFragment, ProductNameDocument } from './catalog.ts'
import { useIncomplete } from './incomplete.ts'
import { List } from './List.tsx'
import { usePartWords } from './partWords.ts'
import { validOn } from './prices.ts'
import type { CatalogSearch } from './search.ts'
import { texts as table } from './texts.ts'

/** Changes a part of the address of the catalog. */
export function useChangeSearch() {
  const navigate = useNavigate()
  return (part: { [Name in keyof CatalogSearch]: CatalogSearch[Name] | undefined }, replace = false) =>
    void navigate({ to: '.', replace, search: (now) => ({ ...now, ...part }) as typeof now })
}

/** The part numbers, which can be found by the beginning of their codes. */
export function PartNumbers() {
  const t = useTexts(table)
  const change = useChangeSearch()
  const { text, product, retired, incomplete = false } = useSearch({ from: '/console/catalog' })
  const [{ data }] = useQuery({
    query: ProductNameDocument,
    variables: { id: product ?? '' },
    pause: product === undefined,
  })
  const filter: PartNumberFilterInput = {
    ...(text !== undefined && { codeStartsWith: text.trim() }),
    ...(product !== undefined && { product }),
    ...(retired !== undefined && { retired }),
  }
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          text={text}
          label={t.parts.search}
          placeholder={t.parts.searchMeans}
          search={(words, replace) => change({ text: words }, replace)}
        />
        <Chip
          label={t.filter.retired}
          value={String(retired ?? '')}
          text={retired === undefined ? undefined : retired ? t.filter.onlyRetired : t.filter.onlyOffered}
          choices={[
            { value: '', name: t.filter.all },
            { value: 'false', name: t.filter.onlyOffered },
            { value: 'true', name: t.filter.onlyRetired },
          ]}
          choose={(value) => change({ retired: value === '' ? undefined : value === 'true' })}
          remove={() => change({ retired: undefined })}
        />
        <Chip
          label={t.filter.incomplete}
          value={String(incomplete)}
          text={incomplete ? t.filter.onlyIncomplete : undefined}
          choices={[
            { value: 'false', name: t.filter.anyDetails },
            { value: 'true', name: t.filter.onlyIncomplete },
          ]}
          choose={(value) => change({ incomplete: value === 'true' ? true : undefined })}
          remove={() => change({ incomplete: undefined })}
        />
        {product !== undefined && (
          <Chip
            label={t.filter.product}
            value={product}
            text={data?.product ? productName(data.product) : t.filter.product}
            choices={[{ value: product, name: data?.product ? productName(data.product) : t.filter.product }]}
            choose={() => undefined}
            remove={() => change({ product: undefined })}
          />
        )}
      </div>
      {incomplete ? (
        <Incomplete key={JSON.stringify(filter)} filter={filter} />
      ) : (
        <Rows key={JSON.stringify(filter)} filter={filter} />
      )}
    </>
  )
}

function Rows({ filter }: { filter: PartNumberFilterInput }) {
  const t = useTexts(table)
  const { variables, next } = usePages({ filter })
  const [{ data, error, fetching }] = useQuery({ query: CatalogPartNumbersDocument, variables })
  const parts = data?.partNumbers
  const isFiltered = Object.keys(filter).length > 0
  return (
    <List
      list={parts}
      error={error}
      fetching={fetching}
      next={parts && next(parts)}
      none={isFiltered ? t.noneSuch : t.none.parts}
      noneNext={isFiltered ? t.noneSuchNext : t.noneNext}
    >
      {(rows) => <PartTable rows={rows} />}
    </List>
  )
}

/** Those with gaps. The contract has no list of them, so the page says how many part numbers it has looked through. */
function Incomplete({ filter }: { filter: PartNumberFilterInput }) {
  const t = useTexts(table)
  const { parts, read, all, begins, error, again, further } = useIncomplete(filter)
  if (error) {
    return <Failure error={error} retry={again} />
  }
  return (
    <div className={styles.list}>
      <p className={styles.note}>
        <output>{t.lookedThrough(read, all)}</output> {further && <Button onClick={further}>{t.lookFurther}</Button>}
      </p>
      {begins ? (
        <Skeleton rows={12} />
      ) : parts.length > 0 ? (
        <PartTable rows={parts} />
      ) : (
        <Notice title={t.noneIncomplete} />
      )}
    </div>
  )
}

const columns = ['code', 'product', 'term', 'unit', 'coverage', 'price', 'state'] as const

function PartTable({ rows }: { rows: readonly PartNumberRowFragment[] }) {
  const t = useTexts(table).parts
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {useFirstRows(rows).map((part) => (
          <Row key={part.id} part={part} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ part }: { part: PartNumberRowFragment }) {
  const { parts: t, notKnown, nothing } = useTexts(table)
  const words = usePartWords()
  const day = useToday()
  const coverage = words.coverage(part)
  const prices = validOn(part.listPrices, day).map(({ price }) => words.price(price))
  const term = words.term(part)
  const unit = words.unit(part)
  return (
    <tr>
      <th scope="row">
        <Link className={styles.link} to="/console/catalog/$part" params={{ part: part.id }}>
          {part.code}
        </Link>
        {part.description !== null && <span className={styles.second}>{part.description}</span>}
      </th>
      <td data-label={t.columns.product} data-none={part.product === null}>
        {part.product ? productName(part.product) : notKnown}
        {part.licenseModel && <span className={styles.second}>{part.licenseModel.name}</span>}
      </td>
      <td data-label={t.columns.term} data-none={term === null}>
        {term ?? notKnown}
        {part.cancelDays !== null && <span className={styles.second}>{t.evergreen(part.cancelDays)}</span>}
      </td>
      <td data-label={t.columns.unit} data-none={unit === null}>
        {unit ?? notKnown}
        {part.packSize !== null && part.packSize !== 1 && (
          <span className={styles.second}>{t.pieces(part.packSize)}</span>
        )}
      </td>
      <td data-label={t.columns.coverage} data-none={coverage === null}>
        {coverage?.kind ?? nothing}
        {coverage && <span className={styles.second}>{coverage.length}</span>}
      </td>
      <td data-label={t.columns.price} data-none={prices.length === 0}>
        {prices.length === 0 ? t.noPrice : prices.join(', ')}
      </td>
      <td>
        <PartState part={part} />
      </td>
    </tr>
  )
}

/** Whether rights can be issued under a part number: it is complete, or this is missing, or it is retired. */
function PartState({ part: { gaps, retiredAt } }: { part: PartNumberRowFragment }) {
  const { parts: t, retired } = useTexts(table)
  return (
    <>
      {retiredAt !== null ? (
        <Status tone="plain" icon={CircleSlash}>
          {retired}
        </Status>
      ) : gaps.length === 0 ? (
        <Status tone="good" icon={CircleCheck}>
          {t.complete}
        </Status>
      ) : (
        <Status tone="soon" icon={CircleAlert}>
          {t.missing(gaps.length)}
        </Status>
      )}
      {gaps.length > 0 && <span className={styles.second}>{gaps.map((gap) => t.gaps[gap]).join(', ')}</span>}
    </>
  )
}
