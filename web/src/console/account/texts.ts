import type { AccountKind } from '../../portal/contract/types.ts'
import type { ScreenTexts } from '../../portal/language/screenTexts.ts'

type Texts = {
  kind: Record<AccountKind, string>
  hidden: string
  below: string
  subAccounts: (count: number) => string
  names: string
  viewAs: string
  portal: string
  issue: string
  drafts: string
  active: (held: number, all: number) => string
  covered: (covered: number, held: number, day: string) => string
  noneCovered: (day: string) => string
  ending: (count: number, day: string) => string
  rights: string
  columns: { right: string; state: string; use: string; ends: string; support: string }
  product: string
  everyProduct: string
  noRights: string
  noRightsNext: string
  noneHeld: string
  othersTitle: string
  more: (count: number) => string
  /** Said above the list if it has not every active right. */
  cutShort: (shown: number, count: number) => string
  allInPortal: string
  supported: (kind: string, level: string | undefined, until: string | null) => string
  lapsed: (day: string) => string
  never: string
  coverageKind: Record<'MAINTENANCE' | 'SUPPORT' | 'SUBSCRIPTION', string>
  people: string
  peopleCount: (count: number) => string
  noAdministrator: string
  moreAdministrators: (count: number) => string
  waiting: (count: number) => string
  decide: string
  allPeople: string
  devices: string
  devicesCount: (devices: number, servers: number) => string
  noDevices: string
  server: string
  allDevices: string
  allServers: string
  changes: string
  allChanges: string
  rightChanges: { title: string; means: string; from: string; to: string }
}

/** What the page of a customer says. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    kind: {
      CUSTOMER: 'Customer',
      CHANNEL_PARTNER: 'Channel partner',
      PRODUCER: 'Producer',
      SELF_REGISTERED: 'Registered by itself',
    },
    hidden: 'not shown in the portal',
    below: 'below',
    subAccounts: (count) => `${f.count(count)} ${f.plural(count, { one: 'sub-account', other: 'sub-accounts' })}`,
    names: 'Names in other systems',
    viewAs: 'View as the customer …',
    portal: 'Open in the portal',
    issue: 'Issue rights',
    drafts: 'Drafts',
    active: (held, all) =>
      all === 0
        ? 'This customer has no rights.'
        : held === 0
          ? f.plural(all, { one: 'The right is not active.', other: `None of the ${f.count(all)} rights is active.` })
          : `${f.count(held)} of ${f.count(all)} ${f.plural(all, { one: 'right', other: 'rights' })} ${f.plural(held, { one: 'is', other: 'are' })} active.`,
    covered: (covered, held, day) =>
      `${covered === held ? (held === 1 ? 'It is' : 'All are') : `${f.count(covered)} of them ${f.plural(covered, { one: 'is', other: 'are' })}`} in support on ${f.day(day)}.`,
    noneCovered: (day) => `None is in support on ${f.day(day)}.`,
    ending: (count, day) =>
      count === 0
        ? ''
        : `${f.count(count)} ${f.plural(count, { one: 'ends', other: 'end' })} in the 90 days from ${f.day(day)}.`,
    rights: 'Rights by product',
    columns: { right: 'Line item', state: 'State', use: 'In use', ends: 'Last day', support: 'Support' },
    product: 'Product',
    everyProduct: 'Every product',
    noRights: 'Nothing was granted to this customer.',
    noRightsNext: 'A right appears here as soon as an order is entered or imported.',
    noneHeld: 'No right is active on this day.',
    othersTitle: 'Not active',
    more: (count) => `And ${f.count(count)} more.`,
    cutShort: (shown, count) =>
      `This list has ${f.count(shown)} of ${f.count(count)} active rights. Choose a product to see all of that product.`,
    allInPortal: 'Show all line items in the portal',
    supported: (kind, level, until) =>
      `${kind}${level === undefined ? '' : `, ${level},`} ${until === null ? 'without end' : `until ${f.day(until)}`}`,
    lapsed: (day) => `Not in support since ${f.day(day)}`,
    never: 'Not in support',
    coverageKind: { MAINTENANCE: 'Maintenance', SUPPORT: 'Support', SUBSCRIPTION: 'Subscription' },
    people: 'People',
    peopleCount: (count) =>
      count === 0
        ? 'Nobody has access.'
        : `${f.count(count)} ${f.plural(count, { one: 'person has', other: 'people have' })} access. Administrators:`,
    noAdministrator: 'Nobody administers this account.',
    moreAdministrators: (count) =>
      `and ${f.count(count)} more ${f.plural(count, { one: 'administrator', other: 'administrators' })}`,
    waiting: (count) => `${f.count(count)} open ${f.plural(count, { one: 'request', other: 'requests' })} for access`,
    decide: 'Show the requests',
    allPeople: 'Show all people',
    devices: 'Devices',
    devicesCount: (devices, servers) =>
      `${f.count(devices)} active ${f.plural(devices, { one: 'device', other: 'devices' })}${servers === 0 ? '' : ` and ${f.count(servers)} license ${f.plural(servers, { one: 'server', other: 'servers' })}`} of this account alone.`,
    noDevices: 'No device of this account itself is active.',
    server: 'license server',
    allDevices: 'Show all devices',
    allServers: 'Show all license servers',
    changes: 'Last changes',
    allChanges: 'Show all activity',
    rightChanges: {
      title: 'Changes of rights',
      means: 'What was recorded in this time, whatever the days on which it counts.',
      from: 'Recorded from',
      to: 'until',
    },
  }),
  de: (f) => ({
    kind: {
      CUSTOMER: 'Kunde',
      CHANNEL_PARTNER: 'Vertriebspartner',
      PRODUCER: 'Hersteller',
      SELF_REGISTERED: 'Selbst angemeldet',
    },
    hidden: 'im Portal nicht zu sehen',
    below: 'unter',
    subAccounts: (count) => `${f.count(count)} ${f.plural(count, { one: 'Unterkonto', other: 'Unterkonten' })}`,
    names: 'Namen in anderen Systemen',
    viewAs: 'Als Kunde ansehen …',
    portal: 'Im Portal öffnen',
    issue: 'Rechte ausstellen',
    drafts: 'Entwürfe',
    active: (held, all) =>
      all === 0
        ? 'Dieser Kunde hat keine Rechte.'
        : held === 0
          ? f.plural(all, { one: 'Das Recht ist nicht aktiv.', other: `Keines der ${f.count(all)} Rechte ist aktiv.` })
          : `${f.count(held)} von ${f.count(all)} ${f.plural(all, { one: 'Recht', other: 'Rechten' })} ${f.plural(held, { one: 'ist', other: 'sind' })} aktiv.`,
    covered: (covered, held, day) =>
      `Am ${f.day(day)} ${covered === held ? (held === 1 ? 'ist es' : 'sind alle') : `${f.plural(covered, { one: 'ist', other: 'sind' })} ${f.count(covered)} davon`} im Support.`,
    noneCovered: (day) => `Am ${f.day(day)} ist keines im Support.`,
    ending: (count, day) =>
      count === 0
        ? ''
        : `${f.count(count)} ${f.plural(count, { one: 'endet', other: 'enden' })} in den 90 Tagen ab dem ${f.day(day)}.`,
    rights: 'Rechte nach Produkt',
    columns: { right: 'Position', state: 'Zustand', use: 'In Gebrauch', ends: 'Letzter Tag', support: 'Support' },
    product: 'Produkt',
    everyProduct: 'Alle Produkte',
    noRights: 'Diesem Kunden wurde nichts gewährt.',
    noRightsNext: 'Ein Recht erscheint hier, sobald eine Bestellung erfasst oder importiert ist.',
    noneHeld: 'An diesem Tag ist kein Recht aktiv.',
    othersTitle: 'Nicht aktiv',
    more: (count) => `Und ${f.count(count)} weitere.`,
    cutShort: (shown, count) =>
      `Diese Liste hat ${f.count(shown)} von ${f.count(count)} aktiven Rechten. Wählen Sie ein Produkt, um alle dieses Produkts zu sehen.`,
    allInPortal: 'Alle Positionen im Portal zeigen',
    supported: (kind, level, until) =>
      `${kind}${level === undefined ? '' : `, ${level},`} ${until === null ? 'ohne Ende' : `bis ${f.day(until)}`}`,
    lapsed: (day) => `Nicht im Support seit ${f.day(day)}`,
    never: 'Nicht im Support',
    coverageKind: { MAINTENANCE: 'Wartung', SUPPORT: 'Support', SUBSCRIPTION: 'Abonnement' },
    people: 'Personen',
    peopleCount: (count) =>
      count === 0
        ? 'Niemand hat Zugang.'
        : `${f.count(count)} ${f.plural(count, { one: 'Person hat', other: 'Personen haben' })} Zugang. Verwaltung:`,
    noAdministrator: 'Niemand verwaltet dieses Konto.',
    moreAdministrators: (count) => `und ${f.count(count)} weitere in der Verwaltung`,
    waiting: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'offener Antrag', other: 'offene Anträge' })} auf Zugang`,
    decide: 'Anträge zeigen',
    allPeople: 'Alle Personen zeigen',
    devices: 'Geräte',
    devicesCount: (devices, servers) =>
      `Nur dieses Konto: ${f.count(devices)} ${f.plural(devices, { one: 'aktives Gerät', other: 'aktive Geräte' })}${servers === 0 ? '' : ` und ${f.count(servers)} Lizenzserver`}.`,
    noDevices: 'Kein Gerät dieses Kontos selbst ist aktiv.',
    server: 'Lizenzserver',
    allDevices: 'Alle Geräte zeigen',
    allServers: 'Alle Lizenzserver zeigen',
    changes: 'Letzte Änderungen',
    allChanges: 'Alle Aktivitäten zeigen',
    rightChanges: {
      title: 'Änderungen der Rechte',
      means: 'Was in dieser Zeit erfasst wurde, an welchen Tagen es auch zählt.',
      from: 'Erfasst ab',
      to: 'bis',
    },
  }),
}
