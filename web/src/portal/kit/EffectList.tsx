import { ArrowRight, Minus, PencilLine, Plus } from 'lucide-react'
import { useLanguage } from '../language/language.tsx'
import type { ChangeEffectFragment } from './change.ts'
import styles from './EffectList.module.css'
import { type EffectLine, describeEffects, type Subject } from './effects.ts'
import type { ChangeWords } from './useChange.ts'

const icons = { CREATED: Plus, CHANGED: PencilLine, REMOVED: Minus }

/** What a change does, line by line, before and after it is done. */
export function EffectList({
  effects,
  about,
  done,
  words,
}: {
  effects: readonly ChangeEffectFragment[]
  about: Subject
  done: boolean
  words?: ChangeWords
}) {
  const language = useLanguage()
  const groups = describeEffects(effects, about, language, done, words)
  return (
    <div className={styles.groups}>
      {groups.map(({ things, same }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two groups may begin with the same sentence
        <div key={`${place} ${things[0]?.sentence}`}>
          <ul>
            {things.map((thing) => (
              <Line key={thing.sentence} line={thing} />
            ))}
          </ul>
          {same.length > 0 && (
            <ul aria-label={things.length > 1 ? language.texts.change.forEach(things.length) : undefined}>
              {things.length > 1 && <li className={styles.each}>{language.texts.change.forEach(things.length)}</li>}
              {same.map((field) => (
                <Line key={field.sentence} line={field} below />
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  )
}

function Line({ line: { kind, sentence, before, after }, below = false }: { line: EffectLine; below?: boolean }) {
  const { texts } = useLanguage()
  const Icon = icons[kind]
  return (
    <li className={styles.line} data-below={below}>
      <Icon size={14} aria-hidden="true" />
      <span>{sentence}</span>
      {(before !== undefined || after !== undefined) && (
        <span className={styles.values}>
          {before !== undefined && (
            <>
              <span className={styles.before}>
                <span className={styles.hidden}>{texts.change.before} </span>
                {before}
              </span>{' '}
              <ArrowRight size={12} aria-hidden="true" />{' '}
            </>
          )}
          <span className={styles.hidden}>{texts.change.after} </span>
          {after ?? texts.change.values.none}
        </span>
      )}
    </li>
  )
}
