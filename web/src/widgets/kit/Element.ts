import { render } from 'lit/html.js'
import css from './widget.css?inline'

/**
 * An element whose content is a template of Lit, drawn again once in a turn, however much has changed. Its attributes are
 * texts, and its properties of the same names read and write them.
 *
 * Lit's own LitElement does more, and takes 2 kB more than the budget of the first widget leaves.
 */
export abstract class Element extends HTMLElement {
  /** The names of the attributes. */
  static readonly observedAttributes: readonly string[] = []

  // Some community sites only run scripts whose shadow roots are closed.
  readonly #root = this.attachShadow({ mode: import.meta.env.MODE === 'classic' ? 'closed' : 'open' })
  #asked = false

  /** What the element shows. */
  protected abstract template(): unknown

  /** An attribute was set, changed or removed while the element is in the page. */
  protected abstract changed(attribute: string): void

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sheet()]
    this.draw()
  }

  attributeChangedCallback(attribute: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) {
      this.changed(attribute)
      this.draw()
    }
  }

  /** Draws the element at the end of the turn. */
  protected draw(): void {
    if (!this.#asked) {
      this.#asked = true
      queueMicrotask(() => {
        this.#asked = false
        render(this.template(), this.#root, { host: this })
      })
    }
  }

  /** The text of an attribute; "" if it has none. */
  protected attribute(name: string): string {
    return this.getAttribute(name) ?? ''
  }
}

let made: CSSStyleSheet | undefined

/** One sheet for all elements. A policy of the page for styles does not hold it back, as it would an element. */
function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet()
    made.replaceSync(css)
  }
  return made
}
