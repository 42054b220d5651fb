import { X } from 'lucide-react'
import { Button } from '../../portal/kit/Button.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { type Option, SelectField } from '../shell/fields.tsx'
import styles from './Catalog.module.css'
import { texts as table } from './texts.ts'

/** A choice between yes and no. */
export function YesNoField({
  name,
  label,
  value,
  change,
}: {
  name: string
  label: string
  value: boolean
  change: (value: boolean) => void
}) {
  const t = useTexts(table).dialogs
  return (
    <SelectField
      name={name}
      label={label}
      value={String(value)}
      choices={[
        { value: 'true', name: t.yes },
        { value: 'false', name: t.no },
      ]}
      change={(chosen) => change(chosen === 'true')}
    />
  )
}

/** What is chosen of a list, each with a button that removes it. */
export function ChosenList({ chosen, remove }: { chosen: readonly Option[]; remove: (value: string) => void }) {
  const t = useTexts(table).dialogs
  return (
    chosen.length > 0 && (
      <ul className={styles.chosen}>
        {chosen.map(({ value, name }) => (
          <li key={value}>
            {name}{' '}
            <Button aria-label={t.remove(name)} onClick={() => remove(value)}>
              <X size={13} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    )
  )
}
