import { html } from 'lit/html.js'
import { addDays, daysOfMonth, localDay, monthAfter } from '../../portal/language/format.ts'
import { readProductLine } from '../contract/accounts.ts'
import { ask } from '../contract/ask.ts'
import { Failure } from '../contract/failure.ts'
import { bar } from '../kit/icons.ts'
import { numberIn } from '../kit/number.ts'
import { row, table, Widget } from '../kit/Widget.ts'
import type { Language } from '../language/language.ts'
import { quantityIn } from '../language/unit.ts'
import { type WidgetEndingFragment, WidgetRenewalsDocument, type WidgetRenewalsQuery } from './ending.ts'

type Month = NonNullable<NonNullable<WidgetRenewalsQuery['account']>['months']>[number]

/** Shows what of an account ends in the next months. */
export class Renewals extends Widget {
  static override readonly observedAttributes = [...Widget.observedAttributes, 'months']

  #rows: readonly Month[] = []
  /** What ends within 30, 60 and 90 days. */
  #soon: readonly (readonly WidgetEndingFragment[])[] = []

  get #ahead(): number {
    return numberIn(this.attribute('months'), 36, 12)
  }

  protected heading({ texts }: Language): string {
    return texts.renewals
  }

  protected none({ texts }: Language): string {
    return texts.noRenewals(this.#ahead)
  }

  protected async read(account: string, signal: AbortSignal) {
    const from = localDay()
    const name = this.attribute('product-line')
    const line = name && (await readProductLine(name))
    const { account: found } = await ask(
      WidgetRenewalsDocument,
      {
        account,
        by: line ? ['MONTH', 'PRODUCT_LINE'] : ['MONTH'],
        from,
        // The contract answers at most 36 months, the present one among them.
        to: daysOfMonth(monthAfter(from, Math.min(this.#ahead, 35))).to,
        to30: addDays(from, 29),
        to60: addDays(from, 59),
        to90: addDays(from, 89),
      },
      signal,
    )
    if (!found) {
      throw new Failure('NOT_FOUND', `account="${account}"`)
    }
    const ofLine = <Row extends WidgetEndingFragment>(rows: readonly Row[] | null) =>
      rows?.filter(({ productLine }) => !line || productLine?.id === line) ?? []
    this.#rows = ofLine(found.months)
    this.#soon = [ofLine(found.within30), ofLine(found.within60), ofLine(found.within90)]
    return { count: this.#rows.length, total: this.#rows.length }
  }

  protected rows(language: Language) {
    const { texts } = language
    const most = Math.max(...this.#rows.map((month) => month.lineItemCount + month.coverageCount))
    return html`<dl part="summary">
        ${this.#soon.map((rows, place) => {
          const lines = rows.reduce((sum, { lineItemCount }) => sum + lineItemCount, 0)
          const renewing = rows.reduce((sum, { evergreenLineItemCount }) => sum + evergreenLineItemCount, 0)
          const coverages = rows.reduce((sum, { coverageCount }) => sum + coverageCount, 0)
          return html`<div>
            <dt>${texts.within(30 * place + 30)}</dt>
            <dd>
              ${lines} ${texts.lines(lines)}${renewing ? ` (${texts.renewing(renewing)})` : ''}, ${coverages}
              ${texts.coverages(coverages)}
            </dd>
          </div>`
        })}
      </dl>
      ${table(
        texts.renewals,
        texts.months,
        this.#rows.map((month) => this.#row(month, most, language)),
      )}
      <div class="line foot" part="footer">
        ${this.link(this.address('/entitlements?ends=90&status=all'), texts.portal)}
      </div>`
  }

  #row(ending: Month, most: number, language: Language) {
    const { texts, write } = language
    const { lineItemCount, evergreenLineItemCount, coverageCount } = ending
    const month = ending.month as string
    const cell = (what: string, count: number, name: string, amounts: readonly string[]) =>
      count > 0
        ? html`${this.link(
              this.address(`/entitlements?status=all&${what}=${month}..${daysOfMonth(month).to}`),
              `${count} ${name}`,
              { month },
            )} <small>${amounts.join(', ')}</small>`
        : '–'
    const due = ending.quantities.map((quantity) => quantityIn(quantity, quantity.unit, language))
    return row(html`${write.month(month)} ${bar(lineItemCount + coverageCount, most)}`, [
      [
        cell('ends', lineItemCount, texts.lines(lineItemCount), [
          ...due,
          ...(ending.unlimitedLineItemCount > 0 ? [texts.unlimited] : []),
          ...(evergreenLineItemCount > 0 ? [texts.renewing(evergreenLineItemCount)] : []),
        ]),
        texts.months[1],
      ],
      [
        cell(
          'coverageEnds',
          coverageCount,
          texts.coverages(coverageCount),
          ending.coveredQuantities.map(
            ({ kind, quantity }) => `${texts.kind[kind]}: ${quantityIn(quantity, quantity.unit, language)}`,
          ),
        ),
        texts.months[2],
      ],
    ])
  }
}
