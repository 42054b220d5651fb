/** The script `/widgets/v1/entitlements.js`: one widget alone, for pages that show no other. */
import { configure, loadedFrom } from '../contract/token.ts'
import { Entitlements } from '../entitlement/Entitlements.ts'
import { define } from './define.ts'

loadedFrom(import.meta.url)
define('muniment-entitlements', Entitlements)

export { configure, Entitlements }
