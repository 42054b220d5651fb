import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { isId } from '../../portal/contract/id.ts'
import { useToday } from '../../portal/day/today.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import { Button } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Identifier } from '../../portal/kit/Identifier.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { Unknown } from '../account/Unknown.tsx'
import styles from '../operation/Operation.module.css'
import own from './Catalog.module.css'
import { CatalogPartNumberDocument, type PartNumberDetailsFragment } from './catalog.ts'
import { ChangePartDialog, RemovePriceDialog, SetPriceDialog } from './dialogs.ts'
import { useFieldNames, useValueNames } from '../shell/fields.tsx'
import { Actions, Table } from './List.tsx'
import { useMayChange } from '../shell/mayChange.ts'
import { usePartWords } from './partWords.ts'
import { timeOf } from './prices.ts'
import { texts as table } from './texts.ts'

type OfPart = { part: PartNumberDetailsFragment }

/** All that is known of a part number, and what is missing. Operators change it here. */
export function PartNumber() {
  const { part } = useParams({ from: '/console/catalog/$part' })
  return isId(part, 'part') ? (
    <DialogHost key={part}>
      <KnownPart id={part} />
    </DialogHost>
  ) : (
    <Unknown />
  )
}

function KnownPart({ id }: { id: string }) {
  const t = useTexts(table)
  const [{ data, error }] = useQuery({ query: CatalogPartNumberDocument, variables: { id } })
  const part = data?.partNumber
  if (error && !part) {
    const unknown = error.graphQLErrors.some(({ extensions }) =>
      ['BAD_INPUT', 'NOT_FOUND'].includes(String(extensions?.code)),
    )
    return unknown ? <Unknown /> : <Failure error={error} />
  }
  return (
    <>
      <p className={styles.path}>
        <Link className={styles.link} to="/console/catalog">
          {t.part.back}
        </Link>
      </p>
      {part ? (
        <>
          <Head part={part} />
          <Facts part={part} />
          <Prices part={part} />
        </>
      ) : (
        <Skeleton rows={10} />
      )}
    </>
  )
}

function Head({ part }: OfPart) {
  const t = useTexts(table)
  const open = useDialog()
  const mayChange = useMayChange()
  const retired = part.retiredAt !== null
  return (
    <>
      <div className={own.head}>
        <div>
          <h1>{part.code}</h1>
          <p className={own.sentence}>{part.description}</p>
          <p className={styles.note}>
            <Identifier value={part.id} />
          </p>
        </div>
        {mayChange && (
          <div className={own.buttons}>
            <Button
              main={part.gaps.length > 0}
              onClick={() => open((close) => <ChangePartDialog part={part} close={close} />)}
            >
              {t.change}
            </Button>
            <Actions of="partNumber" id={part.id} name={part.code} retired={retired} actions={[]} />
          </div>
        )}
      </div>
      {part.retiredAt !== null && <p className={own.missing}>{t.retiredSince(part.retiredAt)}</p>}
      {part.gaps.length === 0 ? (
        !retired && <p className={styles.note}>{t.part.complete}</p>
      ) : (
        <div className={own.missing}>
          {t.part.missing}
          <ul>
            {part.gaps.map((gap) => (
              <li key={gap}>{t.parts.gaps[gap]}</li>
            ))}
          </ul>
          {mayChange && t.part.missingNext}
        </div>
      )}
    </>
  )
}

type Fact = { name: string; value: ReactNode }

function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Facts({ part }: OfPart) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const field = useFieldNames()
  const valueName = useValueNames()
  const words = usePartWords()
  const coverage = words.coverage(part)
  const { product, licenseModel, successor } = part
  const grants: Fact[] = [
    { name: field('product'), value: product ? productName(product) : t.notKnown },
    {
      name: field('licenseModel'),
      value: licenseModel?.name ?? (product?.licenseModel ? t.part.ofProduct(product.licenseModel.name) : t.notKnown),
    },
    { name: field('unit'), value: words.unit(part) ?? t.notKnown },
    { name: field('packSize'), value: part.packSize === null ? t.notKnown : format.count(part.packSize) },
    { name: field('term'), value: words.term(part) ?? t.notKnown },
    { name: field('startRule'), value: part.startRule === null ? t.notKnown : valueName('StartRule', part.startRule) },
    { name: field('overdraft'), value: format.count(part.overdraft) },
  ]
  const along: Fact[] = [
    { name: field('kind'), value: coverage?.kind ?? t.nothing },
    ...(coverage ? [{ name: field('coverageLength'), value: coverage.length }] : []),
  ]
  const afterwards: Fact[] = [
    { name: field('successor'), value: successor ? <PartLink part={successor} /> : t.part.itself },
    ...(part.cancelDays === null ? [] : [{ name: field('cancelDays'), value: format.count(part.cancelDays) }]),
    {
      name: field('upgradesFrom'),
      value: part.upgradesFrom.length === 0 ? t.nothing : format.list(part.upgradesFrom.map(productName)),
    },
  ]
  return (
    <div className={styles.columns}>
      <FactList title={t.part.grants} facts={grants} />
      <div>
        <FactList title={t.part.along} facts={along} />
        <div className={styles.below}>
          <FactList title={t.part.afterwards} facts={afterwards} />
        </div>
      </div>
    </div>
  )
}

function PartLink({ part }: { part: { id: string; code: string } }) {
  return (
    <Link className={styles.link} to="/console/catalog/$part" params={{ part: part.id }}>
      {part.code}
    </Link>
  )
}

/** The list prices, the newest first within each currency. */
function Prices({ part }: OfPart) {
  const t = useTexts(table)
  const open = useDialog()
  const mayChange = useMayChange()
  const words = usePartWords()
  const day = useToday()
  const columns = t.part.priceColumns
  const currency = part.listPrices[0]?.price.currency ?? ''
  return (
    <section className={styles.section} aria-labelledby="prices">
      <div className={own.line}>
        <h2 id="prices">{t.part.prices}</h2>
        <p>{part.listPrices.length === 0 ? t.part.noPrices : t.part.pricesMean}</p>
        {mayChange && (
          <Button onClick={() => open((close) => <SetPriceDialog part={part} currency={currency} close={close} />)}>
            {t.dialogs.setPrice.open}
          </Button>
        )}
      </div>
      {part.listPrices.length > 0 && (
        <div className={styles.list}>
          <Table columns={[columns.price, columns.valid, columns.state]}>
            {part.listPrices.map((price) => (
              <tr key={price.id}>
                <th scope="row">{words.price(price.price)}</th>
                <td>{price.endsOn === null ? t.from(price.startsOn) : t.between(price.startsOn, price.endsOn)}</td>
                <td>{t.part.priceTime[timeOf(price, day)]}</td>
                {mayChange && (
                  <td className={styles.action}>
                    {timeOf(price, day) === 'later' && (
                      <Button
                        aria-label={t.dialogs.removePrice.title(words.price(price.price))}
                        onClick={() =>
                          open((close) => (
                            <RemovePriceDialog price={price} name={words.price(price.price)} close={close} />
                          ))
                        }
                      >
                        {t.dialogs.removePrice.open}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </Table>
        </div>
      )}
    </section>
  )
}
