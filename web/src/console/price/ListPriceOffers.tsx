import { Button } from '../../portal/kit/Button.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { isOffered, type Offer } from './listPrice.ts'
import type { EnteredPrice } from './minor.ts'
import styles from './Price.module.css'
import { texts as table } from './texts.ts'

/** The list price beside a price that is entered: it can be taken, or it is the one that is entered. */
export function ListPriceOffers({
  offers,
  entered,
  take,
}: {
  offers: readonly Offer[]
  entered: EnteredPrice
  take: (price: EnteredPrice) => void
}) {
  const t = useTexts(table)
  const { format } = useLanguage()
  return offers.map((offer) => {
    const sum = t.each(offer.quantity, moneyIn(offer.each, format))
    return (
      <p key={offer.currency} className={styles.offer}>
        {isOffered(entered, offer) ? (
          `${t.is}: ${sum}`
        ) : (
          <>
            <Button onClick={() => take({ amount: offer.amount, currency: offer.currency })}>
              {t.take(moneyIn(offer, format))}
            </Button>{' '}
            {sum}
          </>
        )}
      </p>
    )
  })
}
