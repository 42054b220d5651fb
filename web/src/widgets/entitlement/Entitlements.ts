import { html } from 'lit/html.js'
import type { LineItemOrder, Status } from '../../portal/contract/types.ts'
import { goesOn } from '../../portal/evergreen/term.ts'
import { endsSoon, heldStatuses, lineState, toneOf, wholeOf } from '../../portal/entitlement/states.ts'
import { daysBetween, localDay } from '../../portal/language/format.ts'
import { readProductLine } from '../contract/accounts.ts'
import { ask } from '../contract/ask.ts'
import { Failure } from '../contract/failure.ts'
import { bar, status } from '../kit/icons.ts'
import { numberIn } from '../kit/number.ts'
import { row, table, Widget } from '../kit/Widget.ts'
import type { Language } from '../language/language.ts'
import { quantityIn } from '../language/unit.ts'
import { WidgetLineItemsDocument, type WidgetLineItemsQuery } from './lines.ts'

type Page = NonNullable<WidgetLineItemsQuery['lineItems']>
type Line = Page['nodes'][number]

/** The orders that a page may name besides the usual one. */
const orders: Readonly<Record<string, { orderBy: LineItemOrder; direction?: 'DESCENDING' }>> = {
  'ends-last': { orderBy: 'ENDS_ON', direction: 'DESCENDING' },
  newest: { orderBy: 'CREATED' },
  changed: { orderBy: 'UPDATED', direction: 'DESCENDING' },
}

/** Shows what an account is entitled to: one row for each line item. */
export class Entitlements extends Widget {
  static override readonly observedAttributes = [...Widget.observedAttributes, 'order', 'page-size', 'status']

  #lines: readonly Line[] = []
  #page: Page | null = null

  protected heading({ texts }: Language): string {
    return texts.licenses
  }

  protected none({ texts }: Language): string {
    return texts.noLicenses
  }

  protected async read(account: string, signal: AbortSignal, after: string | null = null) {
    const productLine = this.attribute('product-line')
    const statuses = this.attribute('status')
    const { account: found, lineItems } = await ask(
      WidgetLineItemsDocument,
      {
        account,
        first: numberIn(this.attribute('page-size'), 100, 10),
        after,
        filter: {
          account,
          includeSubAccounts: true,
          ...(productLine && { productLine: await readProductLine(productLine) }),
          ...(statuses !== 'all' && { status: statusesIn(statuses) }),
        },
        ...(orders[this.attribute('order')] ?? { orderBy: 'ENDS_ON' }),
      },
      signal,
    )
    if (!found) {
      throw new Failure('NOT_FOUND', `account="${account}"`)
    }
    const page = lineItems as Page
    this.#lines = after ? [...this.#lines, ...page.nodes] : page.nodes
    this.#page = page
    return { count: this.#lines.length, total: page.totalCount }
  }

  /** Reads the next rows, unless the page shows them in its own way. */
  async more(): Promise<void> {
    const { pageInfo, totalCount } = this.#page ?? {}
    if (pageInfo?.hasNextPage && this.emit('more', { count: this.#lines.length, total: totalCount })) {
      await this.run((signal) => this.read(this.current, signal, pageInfo.endCursor))
    }
  }

  protected rows(language: Language) {
    const { texts, write } = language
    const { totalCount = 0, pageInfo } = this.#page ?? {}
    const day = localDay()
    return html`${table(
        texts.licenses,
        texts.columns,
        this.#lines.map((line) => this.#row(line, day, language)),
      )}
      <div class="line foot" part="footer">
        <span role="status">${texts.shown(write.number(this.#lines.length), write.number(totalCount))}</span>
        ${pageInfo?.hasNextPage ? this.button(texts.more, () => this.more()) : ''}
        ${this.link(this.address('/entitlements'), texts.portal)}
      </div>`
  }

  #row(line: Line, day: string, language: Language) {
    const { texts } = language
    const { product, entitlement } = line
    const state = lineState(line, day)
    const order = entitlement.orderReference?.number
    const names = [
      line.periodInForce?.term === 'TRIAL' && texts.trial,
      line.activationId,
      order && `${texts.order} ${order}`,
      line.account.id !== this.current && line.account.name,
    ]
    const name = `${product.name} ${product.version ?? ''}`.trim()
    return row(
      html`${this.link(this.address(`/entitlements/${line.id}`), name, { id: line.id })}
        <small>${names.filter(Boolean).join(' · ')}</small>`,
      [
        [quantityIn(line.quantity, line.unit, language)],
        [use(line, language)],
        [state && status(toneOf(state), texts.state[state])],
        line.coverageEndsOn || line.coveragePerpetual
          ? [until(line.coverageEndsOn, day, language), texts.columns[4]]
          : [html`<span class="plain">${texts.notCovered}</span>`],
        line.endsOn || line.perpetual
          ? [until(line.endsOn, day, language, goesOn(line)), texts.columns[5]]
          : [texts.unknown, texts.columns[5]],
      ],
    )
  }
}

/** The states that an attribute names, in any letters; what may be used today if it names none. */
export function statusesIn(text: string): Status[] {
  return (text.toUpperCase().match(/\w+/gu) ?? [...heldStatuses]) as Status[]
}

function use(line: Line, { texts, write }: Language) {
  const whole = wholeOf(line)
  if (!line.used || !whole) {
    return ''
  }
  const used = Number(line.used.amount)
  if (whole.unlimited) {
    return write.number(used)
  }
  const over = Number(line.excess?.amount) > 0
  const rest = (over ? line.excess : line.free)?.amount ?? 0
  return html`${bar(used, Number(whole.amount), over ? 'wrong' : '')}
    <small>${texts.used(write.number(line.used.amount ?? 0), write.number(rest), over)}</small>`
}

/** A last day, and how far it is away if it is near, or that the right goes on by itself after it. */
function until(end: string | null, day: string, { texts, write }: Language, renews = false) {
  if (!end) {
    return texts.withoutEnd
  }
  const time = html`<time datetime=${end}>${write.day(end)}</time>`
  if (end < day) {
    return html`<span class="plain">${texts.ended} ${time}</span>`
  }
  if (renews) {
    return html`${time} <small>${texts.renews}</small>`
  }
  return endsSoon(end, day)
    ? html`<span class="soon">${time} <small>${write.inDays(daysBetween(day, end))}</small></span>`
    : time
}
