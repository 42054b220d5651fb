import * as built from '../entry/widgets.ts'
import type * as declared from './index.d.ts'

/** What the package declares is what the scripts have; otherwise this does not compile. */
export const conforming = built satisfies Pick<typeof declared, 'configure' | 'Entitlements' | 'Renewals'>
