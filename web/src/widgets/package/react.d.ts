import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { Entitlements, EntitlementsAttributes, Renewals, RenewalsAttributes, WidgetEventMap } from './index.js'

export * from './index.js'

/** React 19 listens for an event of an element by "on" and the name of the event. */
type Listeners = { [Name in keyof WidgetEventMap as `on${Name}`]?: (event: WidgetEventMap[Name]) => void }

type Props<Element, Attributes> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Attributes> &
  Attributes &
  Listeners

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'muniment-entitlements': Props<Entitlements, EntitlementsAttributes>
      'muniment-renewals': Props<Renewals, RenewalsAttributes>
    }
  }
}
