import { useState } from 'react'
import type { Language } from '../contract/types.ts'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { SetNotificationLanguageDocument } from './settings.ts'
import { texts as own } from './texts.ts'

const languages: readonly Language[] = ['EN', 'DE']

/** Sets the language of the e-mails that the viewer gets. */
export default function MailLanguageDialog({ chosen, close }: DialogOfChange & { chosen: Language | null }) {
  const t = useTexts(own).mails
  const [language, setLanguage] = useState<Language>(chosen === 'DE' ? 'EN' : 'DE')
  return (
    <ChangeDialog
      title={t.title}
      below={t.means}
      action={t.action}
      about="user"
      document={SetNotificationLanguageDocument}
      input={{ language }}
      fields={['language']}
      close={close}
    >
      <LanguageField language={language} change={setLanguage} />
    </ChangeDialog>
  )
}

function LanguageField({ language, change }: { language: Language; change: (language: Language) => void }) {
  const t = useTexts(own).mails
  return (
    <Field label={t.label} errors={useFieldErrors('language')}>
      {(control) => (
        <select
          {...control}
          value={language}
          onChange={(event) => change(languages.find((one) => one === event.currentTarget.value) ?? language)}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {t.language[one]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
