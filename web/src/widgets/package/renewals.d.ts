export { configure, Renewals, type Configuration, type WidgetToken } from './index.js'
