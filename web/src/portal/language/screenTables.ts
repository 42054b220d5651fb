import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ScreenTexts } from './screenTexts.ts'

const sources = join(import.meta.dirname, '..', '..')

/** For tests: the tables of texts that are loaded with their screens, each with its file below src. */
export const screenTables = await Promise.all(
  readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/texts.ts'))
    .map(async (file) => {
      const { texts } = (await import(join(sources, file))) as { texts: ScreenTexts<object> }
      return { file, en: texts.en, de: texts.de }
    }),
)
