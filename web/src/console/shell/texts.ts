import type { ScreenTexts } from '../../portal/language/screenTexts.ts'

type Texts = {
  console: string
  screens: Record<'find' | 'issue' | 'drafts' | 'people' | 'catalog' | 'fields' | 'imports' | 'jobs' | 'server', string>
  lookup: { type: string; found: string; none: string }
  toPortal: string
  failed: (count: number) => string
  customer: { title: string; why: string; next: string }
  viewing: { title: string; why: (account: string) => string; next: string }
}

/** What the frame of the console says. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    console: 'Operator console',
    screens: {
      find: 'Find',
      issue: 'Issue',
      drafts: 'Drafts',
      people: 'Our people',
      catalog: 'Catalog',
      fields: 'Custom fields',
      imports: 'Imports',
      jobs: 'Jobs and mails',
      server: 'Server',
    },
    lookup: { type: 'Type to find', found: 'What was found', none: 'Nothing fits.' },
    toPortal: 'Customer portal',
    failed: (count) => `${f.count(count)} ${f.plural(count, { one: 'job has failed', other: 'jobs have failed' })}`,
    customer: {
      title: 'This page is for the people of the producer',
      why: 'Operators and support agents work here. You are signed in as somebody of a customer.',
      next: 'Go to your account',
    },
    viewing: {
      title: 'The console is closed while you view as a customer',
      why: (account) => `You see what an administrator of ${account} sees. Stop viewing to work in the console.`,
      next: 'Go on in the portal',
    },
  }),
  de: (f) => ({
    console: 'Betreiberkonsole',
    screens: {
      find: 'Suche',
      issue: 'Ausstellen',
      drafts: 'Entwürfe',
      people: 'Unsere Personen',
      catalog: 'Katalog',
      fields: 'Eigene Felder',
      imports: 'Importe',
      jobs: 'Aufträge und Mails',
      server: 'Server',
    },
    lookup: { type: 'Tippen, um zu suchen', found: 'Was gefunden wurde', none: 'Nichts passt dazu.' },
    toPortal: 'Kundenportal',
    failed: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'Auftrag ist gescheitert', other: 'Aufträge sind gescheitert' })}`,
    customer: {
      title: 'Diese Seite ist für die Personen des Herstellers',
      why: 'Hier arbeiten Betrieb und Support. Sie sind als jemand eines Kunden angemeldet.',
      next: 'Zu Ihrem Konto',
    },
    viewing: {
      title: 'Die Konsole ist geschlossen, solange Sie als Kunde lesen',
      why: (account) =>
        `Sie sehen, was die Verwaltung von ${account} sieht. Beenden Sie das, um in der Konsole zu arbeiten.`,
      next: 'Im Portal weitermachen',
    },
  }),
}
