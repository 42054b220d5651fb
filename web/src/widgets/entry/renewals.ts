/** The script `/widgets/v1/renewals.js`: one widget alone, for pages that show no other. */
import { configure, loadedFrom } from '../contract/token.ts'
import { Renewals } from '../renewal/Renewals.ts'
import { define } from './define.ts'

loadedFrom(import.meta.url)
define('muniment-renewals', Renewals)

export { configure, Renewals }
