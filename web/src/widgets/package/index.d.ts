/** A widget token, with the moment at which it ends. */
export interface WidgetToken {
  token: string
  /** `expiresAt` of mintWidgetToken. Without it, the token is used until the server refuses it. */
  expiresAt?: string | null
}

/** How the widgets of a page get their tokens. */
export interface Configuration {
  /** Asks the backend of the page's own site for a widget token. It returns null if nobody is signed in there. */
  fetchToken: () => Promise<WidgetToken | null> | WidgetToken | null
  /** The address of Muniment. The default is the origin of the script, which a bundler does not keep. */
  endpoint?: string
}

/** Says how tokens are fetched. Every widget on the page loads again, so that it can be called after a sign-in too. */
export function configure(configuration: Configuration): void

/** What a widget shows; the attribute `data-state` says it. */
export type WidgetState = 'loading' | 'ready' | 'empty' | 'sign-in' | 'error'

/** What all widgets have. */
declare class Widget extends HTMLElement {
  static configure(this: void, configuration: Configuration): void
  static readonly observedAttributes: readonly string[]
  /** Reads everything again. What is shown stays until there is an answer. */
  reload(): Promise<void>
}

/** Shows what an account is entitled to: `<muniment-entitlements>`. */
export class Entitlements extends Widget {
  /** Reads the next rows. */
  more(): Promise<void>
}

/** Shows what of an account ends in the next months: `<muniment-renewals>`. */
export class Renewals extends Widget {}

/** The events of widgets, which bubble out of shadow roots. All but `muniment-load` can be canceled. */
export interface WidgetEventMap {
  'muniment-load': CustomEvent<{ count: number; total: number }>
  'muniment-error': CustomEvent<{ code: string; message: string; requestId: string | null }>
  'muniment-select': CustomEvent<{ href: string; id?: string; month?: string }>
  'muniment-sign-in': CustomEvent<{ href: string }>
  'muniment-more': CustomEvent<{ count: number; total: number }>
}

/** The attributes of all widgets. */
export interface WidgetAttributes {
  account?: string
  portal?: string
  'product-line'?: string
  'sign-in-url'?: string
  lang?: string
  theme?: 'light' | 'dark'
}

/** The attributes of `<muniment-entitlements>`. */
export interface EntitlementsAttributes extends WidgetAttributes {
  order?: 'ends' | 'ends-last' | 'newest' | 'changed'
  'page-size'?: string | number
  status?: string
}

/** The attributes of `<muniment-renewals>`. */
export interface RenewalsAttributes extends WidgetAttributes {
  months?: string | number
}

declare global {
  interface HTMLElementTagNameMap {
    'muniment-entitlements': Entitlements
    'muniment-renewals': Renewals
  }
  interface HTMLElementEventMap extends WidgetEventMap {}
}
