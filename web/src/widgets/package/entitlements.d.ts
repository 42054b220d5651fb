export { configure, Entitlements, type Configuration, type WidgetToken } from './index.js'
