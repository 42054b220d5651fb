import type { Storage as PlaygroundStorage } from '@graphiql/toolkit'

const prefix = 'muniment:'

/**
 * Local storage under our own prefix. Loopback origins such as 127.0.0.1:8080 are shared by every
 * tool a developer starts there, and another GraphiQL would otherwise show up with its tabs here.
 */
export const storage: PlaygroundStorage = {
  get length() {
    return ownKeys().length
  },
  getItem: (key) => localStorage.getItem(prefix + key),
  setItem: (key, value) => localStorage.setItem(prefix + key, value),
  removeItem: (key) => localStorage.removeItem(prefix + key),
  clear() {
    for (const key of ownKeys()) {
      localStorage.removeItem(key)
    }
  },
}

function ownKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
}
