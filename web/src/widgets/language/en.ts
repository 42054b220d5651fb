import { lineStatesEn } from '../../portal/language/lineStates.en.ts'
import type { CoverageKind } from '../../portal/contract/types.ts'
import type { Names } from './unit.ts'

/** The texts of the widgets in English. */
export const en = {
  retry: 'Try again',
  portal: 'Open the portal',
  account: 'Account',
  signIn: 'Sign in',
  stale: 'This may be out of date.',
  licenses: 'Licenses',
  columns: ['Product', 'Quantity', 'In use', 'Status', 'Covered until', 'Ends on'],
  signedOut: 'Sign in to see what is yours here.',
  noLicenses: 'No license is active here today. The portal also shows what has ended, and what begins later.',
  more: 'Show more',
  shown: (shown: string, all: string) => `${shown} of ${all}`,
  order: 'Order',
  trial: 'Trial',
  unlimited: 'unlimited',
  unknown: 'not known yet',
  used: (used: string, rest: string, over: boolean) => `${used} used, ${rest} ${over ? 'too many' : 'free'}`,
  withoutEnd: 'without end',
  notCovered: 'not covered',
  ended: 'ended',
  renews: 'renews by itself',
  renewing: (count: number): string => `${count} ${count === 1 ? 'renews by itself' : 'renew by themselves'}`,
  state: lineStatesEn,
  renewals: 'Renewals',
  within: (days: number) => `Within ${days} days`,
  lines: (count: number): string => (count === 1 ? 'license' : 'licenses'),
  coverages: (count: number): string => (count === 1 ? 'coverage' : 'coverages'),
  months: ['Month', 'Licenses end', 'Coverage ends'],
  noRenewals: (months: number) => `No license and no coverage ends within ${months} months.`,
  kind: { MAINTENANCE: 'Maintenance', SUPPORT: 'Support', SUBSCRIPTION: 'Subscription' } as Record<
    CoverageKind,
    string
  >,
  failed: {
    NETWORK: 'The license server cannot be reached. Check your connection.',
    SERVICE_CLOSED: 'Your access does not include licenses. An administrator of your account can open it.',
    FOREIGN_ORIGIN: 'This site may not show licenses: its address is not among those of its token.',
    NOT_FOUND: 'What this page asks for does not exist, or you may not see it.',
    DOCUMENT_UNKNOWN: 'This widget and the server do not fit together. Reload the page.',
    UNAUTHENTICATED: 'Your access has ended. Sign in again.',
  } as Readonly<Record<string, string | undefined>>,
  failure: 'This cannot be shown now. Try again in a moment.',
  units: {} as Readonly<Record<string, Names | undefined>>,
}

/** The texts in one language. */
export type Texts = typeof en
