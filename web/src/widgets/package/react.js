export * from './widgets.js'
