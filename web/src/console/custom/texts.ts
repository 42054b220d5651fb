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
  /** What is said of the fields themselves. */
  declared: {
    means: string
    none: string
    noneNext: string
    of: (objects: string) => string
    columns: Record<'name' | 'code' | 'type' | 'seen' | 'state', string>
    subject: string
    type: string
    codeMeans: string
    choices: string
    everybody: string
    inside: string
    used: string
    retired: string
    actions: string
    actionsOf: (name: string) => string
    declare: { open: string; means: string; action: string }
    change: ActionOn
    retire: ActionOn
    bringBack: ActionOn
  }
}

type ActionOn = { open: string; title: (name: string) => string; means: string; action: string }

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
    declared: {
      means:
        'Fields of your own for accounts, rights and devices. Values of accounts and rights are set on their pages, those of devices by programs, with setCustomFields.',
      none: 'There are no custom fields yet.',
      noneNext: 'An operator declares them here. Then they are on the pages of accounts and rights.',
      of: (objects) => `Of ${objects}`,
      columns: { name: 'Name', code: 'Code', type: 'Type', seen: 'Seen by', state: 'State' },
      subject: 'Objects that have it',
      type: 'Type of its values',
      codeMeans: 'Programs know the field by it, such as costCenter. It never changes.',
      choices: 'Choices, one in a line',
      everybody: 'the producer and customers',
      inside: 'the producer only',
      used: 'in use',
      retired: 'retired',
      actions: 'Actions',
      actionsOf: (name) => `Actions for ${name}`,
      declare: {
        open: 'New custom field',
        means: 'Its objects, its code and its type never change.',
        action: 'Declare field',
      },
      change: {
        open: 'Change',
        title: (name) => `Change ${name}`,
        means: 'A choice that is the value of something stays.',
        action: 'Change field',
      },
      retire: {
        open: 'Retire …',
        title: (name) => `Retire ${name}`,
        means: 'It gets no new values. Those that are there stay.',
        action: 'Retire',
      },
      bringBack: {
        open: 'Bring back',
        title: (name) => `Bring back ${name}`,
        means: 'It gets values again.',
        action: 'Bring back',
      },
    },
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
    declared: {
      means:
        'Ihre eigenen Felder für Konten, Rechte und Geräte. Werte von Konten und Rechten werden auf deren Seiten gesetzt, die von Geräten durch Programme, mit setCustomFields.',
      none: 'Es gibt noch keine eigenen Felder.',
      noneNext: 'Der Betrieb legt sie hier an. Dann stehen sie auf den Seiten der Konten und Rechte.',
      of: (objects) => `Für ${objects}`,
      columns: { name: 'Bezeichnung', code: 'Code', type: 'Art', seen: 'Sichtbar für', state: 'Zustand' },
      subject: 'Wofür es ist',
      type: 'Art der Werte',
      codeMeans: 'Daran erkennen Programme das Feld, zum Beispiel kostenstelle. Er ändert sich nie.',
      choices: 'Werte zur Wahl, einer je Zeile',
      everybody: 'Hersteller und Kunden',
      inside: 'nur Hersteller',
      used: 'in Gebrauch',
      retired: 'ausgelaufen',
      actions: 'Aktionen',
      actionsOf: (name) => `Aktionen für ${name}`,
      declare: {
        open: 'Neues eigenes Feld',
        means: 'Wofür es ist, sein Code und seine Art ändern sich nie.',
        action: 'Feld anlegen',
      },
      change: {
        open: 'Ändern',
        title: (name) => `${name} ändern`,
        means: 'Was irgendwo als Wert steht, bleibt zur Wahl.',
        action: 'Feld ändern',
      },
      retire: {
        open: 'Auslaufen lassen …',
        title: (name) => `${name} auslaufen lassen`,
        means: 'Es bekommt keine neuen Werte. Was da ist, bleibt.',
        action: 'Auslaufen lassen',
      },
      bringBack: {
        open: 'Wieder verwenden',
        title: (name) => `${name} wieder verwenden`,
        means: 'Es bekommt wieder Werte.',
        action: 'Wieder verwenden',
      },
    },
  }),
}
