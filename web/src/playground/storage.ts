import type { Storage as PlaygroundStorage } from '@graphiql/toolkit'

const prefix = 'muniment:'

/**
 * Local storage with our own key prefix. All tools that a developer runs at a loopback origin such as
 * 127.0.0.1:8080 share its storage; without the prefix, the tabs of another GraphiQL would appear here.
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
