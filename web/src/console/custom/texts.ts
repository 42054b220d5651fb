import type { ScreenTexts } from '../../portal/language/screenTexts.ts'

/** What the console says of custom fields. */
type CustomTexts = {
  title: string
  change: string
  changeOf: (name: string) => string
  means: string
  action: string
  notSet: string
  inside: string
  retired: string
}

/** What the console says of custom fields, in every language. */
export const texts: ScreenTexts<CustomTexts> = {
  en: () => ({
    title: 'Custom fields',
    change: 'Change',
    changeOf: (name) => `Custom fields of ${name}`,
    means: 'An empty field has no value.',
    action: 'Set',
    notSet: 'no value',
    inside: 'Customers do not see it.',
    retired: 'It is retired: its value can stay or be removed.',
  }),
  de: () => ({
    title: 'Eigene Felder',
    change: 'Ändern',
    changeOf: (name) => `Eigene Felder von ${name}`,
    means: 'Ein leeres Feld hat keinen Wert.',
    action: 'Setzen',
    notSet: 'kein Wert',
    inside: 'Kunden sehen es nicht.',
    retired: 'Es ist ausgelaufen: Sein Wert kann bleiben oder entfernt werden.',
  }),
}
