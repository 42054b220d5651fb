import { type BrowserContext, expect } from '@playwright/test'

/** What the console of a browser has shown. A test fails for every error that is left at its end. */
export interface ConsoleErrors {
  /** Errors in the console, which include every breach of the CSP, and uncaught exceptions. */
  errors: string[]
  /** Words of the errors that a test is about. Such errors pass whenever they come. */
  allowed: string[]
}

/** Keeps the errors of all pages of a browser. */
export function watchConsole(context: BrowserContext, shown: ConsoleErrors) {
  context.on('console', (message) => {
    if (message.type() === 'error') {
      shown.errors.push(`${message.text()} (${message.location().url})`)
    }
  })
  context.on('weberror', (error) => shown.errors.push(String(error.error())))
}

/** Lets errors with some words pass, also those that come later: a page may ask for several things that all fail. */
export function allowErrors(shown: ConsoleErrors, ...words: string[]) {
  shown.allowed.push(...words)
}

/** Waits for an error with some words, and takes it away. It may come after the page has shown what follows from it. */
export async function takeError(shown: ConsoleErrors, words: string) {
  await expect.poll(() => shown.errors.join('\n'), 'errors in the console').toContain(words)
  shown.errors = shown.errors.filter((error) => !error.includes(words))
}

/** The errors that no test is about. */
export function unexpectedErrors({ errors, allowed }: ConsoleErrors): string[] {
  return errors.filter((error) => !allowed.some((words) => error.includes(words)))
}
