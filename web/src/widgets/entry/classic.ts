/**
 * The script `/widgets/v1/classic.js`: all widgets, with closed shadow roots, for sites that allow neither modules nor open
 * roots. It leaves `MunimentWidgets` on the page.
 */
import { configure, loadedFrom } from '../contract/token.ts'
import { Entitlements } from '../entitlement/Entitlements.ts'
import { Renewals } from '../renewal/Renewals.ts'
import { define } from './define.ts'

loadedFrom((document.currentScript as HTMLScriptElement | null)?.src)
define('muniment-entitlements', Entitlements)
define('muniment-renewals', Renewals)

export { configure, Entitlements, Renewals }
