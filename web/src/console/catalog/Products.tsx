import { Link, useSearch } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, CircleOff, CircleSlash, type LucideIcon } from 'lucide-react'
import { useQuery } from 'urql'
import type { CatalogState } from '../../portal/contract/types.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import { useDialog } from '../../portal/kit/DialogHost.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { SearchField } from '../../portal/kit/SearchField.tsx'
import { Status, type Tone } from '../../portal/kit/Status.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from '../operation/Operation.module.css'
import own from './Catalog.module.css'
import { CatalogLinesDocument, type CatalogProductFragment, CatalogProductsDocument } from './catalog.ts'
import { inBrief } from './contents.ts'
import { FeaturesDialog, LineDialog, MembersDialog, ProductDialog } from './dialogs.ts'
import { useValueNames } from '../shell/fields.tsx'
import { Actions, ActionsCell, List, Offered, Table } from './List.tsx'
import { useChangeSearch } from './PartNumbers.tsx'
import type { ShownLine } from './ProductDialogs.tsx'
import { texts as table } from './texts.ts'

/** The product lines, each with its products; or the products that have some words in their names. */
export function Products() {
  const t = useTexts(table).products
  const change = useChangeSearch()
  const { text } = useSearch({ from: '/console/catalog' })
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          text={text}
          label={t.search}
          placeholder={t.searchMeans}
          search={(words, replace) => change({ text: words }, replace)}
        />
      </div>
      {text === undefined ? <Lines /> : <Named key={text} text={text} />}
    </>
  )
}

function Lines() {
  const t = useTexts(table)
  const { variables, next } = usePages({})
  const [{ data, error, fetching }] = useQuery({ query: CatalogLinesDocument, variables })
  const lines = data?.productLines
  return (
    <List
      list={lines}
      error={error}
      fetching={fetching}
      next={lines && next(lines)}
      none={t.none.products}
      noneNext={t.noneNext}
    >
      {(rows) => rows.map((line) => <Line key={line.id} line={line} />)}
    </List>
  )
}

function Line({ line }: { line: ShownLine }) {
  const t = useTexts(table)
  const open = useDialog()
  const products = line.products?.nodes ?? []
  const all = line.products?.totalCount ?? 0
  return (
    <section aria-labelledby={line.id}>
      <div className={own.line}>
        <h2 id={line.id}>{line.name}</h2>
        {line.retiredAt !== null && <Offered retiredAt={line.retiredAt} />}
        <p>{line.description}</p>
        <Actions
          of="productLine"
          id={line.id}
          name={line.name}
          retired={line.retiredAt !== null}
          actions={[{ name: t.change, run: () => open((close) => <LineDialog line={line} close={close} />) }]}
        />
      </div>
      {products.length === 0 ? (
        <p className={styles.note}>{t.products.noneOfLine}</p>
      ) : (
        <ProductTable label={line.name} products={products} />
      )}
      {all > products.length && <p className={styles.note}>{t.products.cut(products.length, all)}</p>}
    </section>
  )
}

function Named({ text }: { text: string }) {
  const t = useTexts(table)
  const { variables, next } = usePages({ text: text.trim() })
  const [{ data, error, fetching }] = useQuery({ query: CatalogProductsDocument, variables })
  const products = data?.products
  return (
    <List
      list={products}
      error={error}
      fetching={fetching}
      next={products && next(products)}
      none={t.noneSuch}
      noneNext={t.noneSuchNext}
    >
      {(rows) => <ProductTable products={rows} lines />}
    </List>
  )
}

const states: Record<CatalogState, [Tone, LucideIcon]> = {
  DRAFT: ['soon', CircleDashed],
  AVAILABLE: ['good', CircleCheck],
  INACTIVE: ['plain', CircleOff],
  OBSOLETE: ['plain', CircleSlash],
}

function ProductTable({
  products,
  label,
  lines = false,
}: {
  products: readonly CatalogProductFragment[]
  label?: string
  lines?: boolean
}) {
  const { columns } = useTexts(table).products
  return (
    <Table
      {...(label !== undefined && { label })}
      columns={[columns.name, ...(lines ? [columns.line] : []), columns.kind, columns.model, columns.state]}
    >
      {products.map((product) => (
        <Row key={product.id} product={product} lines={lines} />
      ))}
    </Table>
  )
}

function Row({ product, lines }: { product: CatalogProductFragment; lines: boolean }) {
  const t = useTexts(table)
  const { columns } = t.products
  const valueName = useValueNames()
  const open = useDialog()
  const name = productName(product)
  const brief = inBrief(product, productName)
  const [tone, icon] = states[product.state]
  return (
    <tr>
      <th scope="row">
        <Link className={styles.link} to="/console/catalog" search={{ product: product.id }} title={t.products.parts}>
          {name}
        </Link>
        {product.description !== null && <span className={styles.second}>{product.description}</span>}
        {brief.members !== '' && <span className={styles.second}>{t.products.contains(brief.members)}</span>}
        {brief.features !== '' && <span className={styles.second}>{t.products.hasFeatures(brief.features)}</span>}
      </th>
      {lines && <td data-label={columns.line}>{product.productLine.name}</td>}
      <td data-label={columns.kind}>{valueName('ProductKind', product.kind)}</td>
      <td data-label={columns.model} data-none={product.licenseModel === null}>
        {product.licenseModel?.name ?? t.notKnown}
      </td>
      <td>
        <Status tone={tone} icon={icon}>
          {valueName('CatalogState', product.state)}
        </Status>
      </td>
      <ActionsCell
        of="product"
        id={product.id}
        name={name}
        retired={product.state === 'OBSOLETE'}
        actions={[
          { name: t.change, run: () => open((close) => <ProductDialog product={product} close={close} />) },
          ...(product.kind === 'SUITE'
            ? [
                {
                  name: t.dialogs.members.open,
                  run: () => open((close) => <MembersDialog product={product} close={close} />),
                },
              ]
            : []),
          {
            name: t.dialogs.features.open,
            run: () => open((close) => <FeaturesDialog product={product} close={close} />),
          },
        ]}
      />
    </tr>
  )
}
