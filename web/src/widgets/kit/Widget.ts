import { html, nothing } from 'lit/html.js'
import { readId } from '../../portal/contract/id.ts'
import { type Account, readAccounts } from '../contract/accounts.ts'
import { Failure } from '../contract/failure.ts'
import { configure, endpoint, onConfigured } from '../contract/token.ts'
import { type Language, languageOf, tagAround } from '../language/language.ts'
import { Element } from './Element.ts'
import { status } from './icons.ts'

/** What a widget shows; the attribute `data-state` says it to style sheets and tests of the page. */
export type WidgetState = 'loading' | 'ready' | 'empty' | 'sign-in' | 'error'

/** How many rows are shown, and how many there are. */
type Found = { count: number; total: number }

/** What a widget says if the texts of its language cannot be loaded. */
const lost = html`<p role="alert">Reload the page. <span lang="de">Laden Sie die Seite neu.</span></p>`

/**
 * What all widgets do: they wait for the page to be configured, ask for the rows, and say in words what is the matter if
 * there are none.
 */
export abstract class Widget extends Element {
  static override readonly observedAttributes: readonly string[] = [
    'account',
    'lang',
    'portal',
    'product-line',
    'sign-in-url',
    'theme',
  ]

  /** Says how tokens are fetched, for all widgets of the page. */
  static readonly configure = configure

  #state: WidgetState = 'loading'
  #failure: Failure | null = null
  #accounts: readonly Account[] = []
  /** The account that the viewer chose among several. */
  #chosen = ''
  #running: AbortController | null = null
  #end: (() => void) | null = null

  /** Reads the rows of an account. */
  protected abstract read(account: string, signal: AbortSignal): Promise<Found>

  /** The name of the widget. */
  protected abstract heading(language: Language): string

  /** The rows. */
  protected abstract rows(language: Language): unknown

  /** Says that there are no rows. */
  protected abstract none(language: Language): string

  override connectedCallback(): void {
    super.connectedCallback()
    const online = () => this.#failure?.code === 'NETWORK' && this.reload()
    const language = new MutationObserver(() => this.draw())
    language.observe(document.documentElement, { attributeFilter: ['lang'] })
    addEventListener('online', online)
    const end = onConfigured(() => {
      this.#accounts = []
      this.#chosen = ''
      this.#begin()
    })
    this.#end = () => {
      end()
      language.disconnect()
      removeEventListener('online', online)
    }
    this.#begin()
  }

  disconnectedCallback(): void {
    this.#running?.abort()
    this.#end?.()
  }

  protected changed(attribute: string): void {
    // What only changes where links lead, or how it is said, asks for nothing.
    if (!['lang', 'portal', 'sign-in-url', 'theme'].includes(attribute)) {
      this.#begin()
    }
  }

  /** Reads everything again. What is shown stays until there is an answer. */
  reload(): Promise<void> {
    return this.run(async (signal) => {
      if (!this.attribute('account') && !this.#accounts.length) {
        const accounts = await readAccounts()
        signal.throwIfAborted() // this may be the answer to somebody who has signed out meanwhile
        this.#accounts = accounts
      }
      return this.read(this.current, signal)
    })
  }

  /** The account whose rows are shown. */
  protected get current(): string {
    const account = this.attribute('account')
    return (readId(account) ?? account) || this.#chosen || this.#accounts[0]?.accountId || ''
  }

  #show(state: WidgetState, failure: Failure | null = null): void {
    this.#failure = failure
    this.#state = this.dataset['state'] = state
    this.draw()
  }

  #begin(): void {
    this.#show('loading')
    void this.reload()
  }

  /** Reads something, and shows how it went. What was running before is ended. */
  protected async run(work: (signal: AbortSignal) => Promise<Found>): Promise<void> {
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    if (this.#state === 'sign-in' || this.#state === 'error') {
      this.#show('loading')
    }
    this.draw()
    try {
      const found = await work(running.signal)
      if (!running.signal.aborted) {
        this.#running = null
        this.#show(found.count ? 'ready' : 'empty')
        this.emit('load', found, false)
      }
    } catch (error) {
      if (!running.signal.aborted) {
        this.#running = null
        this.#fail(error instanceof Failure ? error : new Failure('SERVER', error))
      }
    }
  }

  #fail(failure: Failure): void {
    const { code, message, requestId } = failure
    if (code === 'SIGN_IN') {
      this.#show('sign-in')
    } else if (this.emit('error', { code, message, requestId }) || this.#state === 'loading') {
      this.#show(this.#state === 'loading' ? 'error' : this.#state, failure)
    } else {
      this.draw()
    }
  }

  /** Tells the page of something. It returns whether the widget goes on: the page did not cancel the event. */
  protected emit(name: string, detail: object, cancelable = true): boolean {
    return this.dispatchEvent(
      new CustomEvent(`muniment-${name}`, { detail, bubbles: true, composed: true, cancelable }),
    )
  }

  /** A link that the page may follow in its own way. */
  protected link(href: string, text: unknown, detail: object = {}, name = 'select') {
    const follow = (event: Event) => this.emit(name, { ...detail, href }) || event.preventDefault()
    return html`<a part="link" href=${href} @click=${follow}>${text}</a>`
  }

  /** The address of a page in an attribute; '' for another, such as one that runs a script. */
  #page(name: string): string {
    const text = this.attribute(name)
    const base = document.baseURI
    return text && URL.canParse(text, base) && /^https?:$/u.test(new URL(text, base).protocol) ? text : ''
  }

  /** An address in the portal. */
  protected address(path = ''): string {
    const at = `${(this.#page('portal') || endpoint()).replace(/\/+$/u, '')}/accounts`
    return this.current ? `${at}/${this.current}${path}` : at
  }

  protected button(text: string, action: () => unknown) {
    return html`<button type="button" part="button" ?disabled=${!!this.#running} @click=${action}>${text}</button>`
  }

  protected template() {
    const language = languageOf(tagAround(this), () => this.draw())
    return html`<section
      part="widget"
      lang=${language?.write.lang ?? nothing}
      aria-label=${language ? this.heading(language) : nothing}
      aria-busy=${!!this.#running}
    >
      ${language && html`<h2 part="title">${this.heading(language)}</h2>`}
      ${language === null ? lost : language && this.#state !== 'loading' ? this.#content(language) : skeleton}
    </section>`
  }

  #content(language: Language) {
    const { texts } = language
    const failure = this.#failure
    const portal = this.link(this.address(), texts.portal)
    const said = failure && [
      texts.failed[failure.code] ?? texts.failure,
      html`<small>${failure.code} ${failure.requestId}</small>`,
    ]
    const signIn = this.#page('sign-in-url')
    const retry = this.button(texts.retry, () => this.reload())
    switch (this.#state) {
      case 'sign-in':
        return html`<div part="sign-in" role="status">
          <p>${texts.signedOut}</p>
          ${signIn ? this.link(signIn, texts.signIn, {}, 'sign-in') : portal}
        </div>`
      case 'error':
        return html`<div part="error" role="alert">
          <p>${status('wrong', html`<span>${said}</span>`)}</p>
          <div class="line">${retry} ${portal}</div>
        </div>`
      default:
        return html`${
          failure &&
          html`<div part="note" role="status" class="line">
            ${status('soon', html`<span>${texts.stale} ${said}</span>`)} ${retry}
          </div>`
        }
        ${!this.attribute('account') && this.#accounts.length > 1 ? this.#choice(texts.account) : ''}
        ${
          this.#state === 'ready'
            ? this.rows(language)
            : html`<div part="empty" role="status">
                <p>${this.none(language)}</p>
                ${portal}
              </div>`
        }`
    }
  }

  #choice(label: string) {
    const choose = (event: Event) => {
      this.#chosen = (event.target as HTMLSelectElement).value
      this.#begin()
    }
    return html`<p part="account">
      <label
        >${label}
        <select @change=${choose}>
          ${this.#accounts.map(
            ({ accountId, accountName }) =>
              html`<option value=${accountId} ?selected=${accountId === this.current}>${accountName}</option>`,
          )}
        </select></label
      >
    </p>`
  }
}

const skeleton = html`<div part="skeleton" role="status" aria-label="…">
  ${[1, 2, 3, 4, 5].map(() => html`<div class="bone"></div>`)}
</div>`

/** A table, which stays one for screen readers if its rows are several lines. */
export function table(label: string, columns: readonly string[], rows: unknown) {
  return html`<table part="table" role="table" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`
}

/** A row of a table: what it is about, and what stands below the columns with these names. */
export function row(head: unknown, cells: readonly (readonly [content: unknown, label?: string | undefined])[]) {
  return html`<tr part="row" role="row">
    <th role="rowheader" scope="row">${head}</th>
    ${cells.map(([content, label]) => html`<td role="cell" data-label=${label ?? nothing}>${content}</td>`)}
  </tr>`
}
