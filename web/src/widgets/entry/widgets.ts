/** The script `/widgets/v1/widgets.js`: all widgets, with open shadow roots. */
export { configure, Entitlements } from './entitlements.ts'
export { Renewals } from './renewals.ts'
