import type { Deployment, DeviceKind, DeviceStatus, MachineKind } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'
import type { Idle } from './search.ts'

const en = (f: Format) => ({
  sentence: (devices: number, servers: number) =>
    `${f.count(devices)} ${f.plural(devices, { one: 'device is', other: 'devices are' })} known${
      servers === 0
        ? '.'
        : `, and ${f.count(servers)} license ${f.plural(servers, { one: 'server', other: 'servers' })}.`
    }`,
  idle: (count: number) =>
    count === 0
      ? 'All devices were seen in the last 90 days.'
      : `${f.count(count)} ${f.plural(count, { one: 'device was', other: 'devices were' })} not seen in the last 90 days, or never.`,
  notCounted: 'How many devices there are could not be loaded.',
  tabs: { devices: 'Devices', servers: 'License servers' },
  search: { devices: 'Name, person or fingerprint', servers: 'Name or fingerprint' },
  filters: {
    productLine: 'Product line',
    idle: 'Last seen',
    notSeen: (days: Idle) => `Not seen for ${f.count(days)} days`,
    neverSeen: 'Never reported',
    use: 'How it is used',
    served: 'Served by a license server',
    own: 'With activations of its own',
    deployment: 'Where it runs',
    order: 'Sort',
    byName: 'By name, A to Z',
    byNameLast: 'By name, Z to A',
    byChange: 'Last changed first',
    thisAccount: 'This account only',
  },
  columns: { device: 'Device', kind: 'Kind', uses: 'Uses', served: 'Devices', lastSeen: 'Last seen' },
  kind: {
    CLIENT: 'client',
    SERVED_CLIENT: 'served client',
    HOST: 'host',
  } satisfies Record<DeviceKind, string>,
  machine: { PHYSICAL: 'physical machine', VIRTUAL: 'virtual machine' } satisfies Record<MachineKind, string>,
  status: {
    ACTIVE: 'In use',
    OBSOLETE: 'Retired',
    TEST: 'For tests',
    RETURNED: 'Returned',
  } satisfies Record<DeviceStatus, string>,
  known: 'Known',
  active: 'In use or known',
  deployment: { LOCAL: 'At your site', CLOUD: 'In the cloud' } satisfies Record<Deployment, string>,
  servedBy: 'served by',
  usesNothing: 'nothing',
  lineItems: (count: number) => `${f.count(count)} line ${f.plural(count, { one: 'item', other: 'items' })}`,
  others: (count: number) => `and ${f.count(count)} more`,
  none: 'No device uses anything of this account yet.',
  noneNext: 'A device appears here as soon as somebody activates a product on it.',
  noServers: 'This account has no license server.',
  noServersNext: 'A license server appears here as soon as it holds a part of a line item.',
  empty: 'No device fits these filters.',
  emptyServers: 'No license server fits these filters.',
  everyStatus: 'Show every status',
  path: 'Where this is',
  lost: 'There is no such device.',
  lostNext: 'It may have been removed, or it belongs to an account that you do not see.',
  fact: {
    fingerprint: 'Fingerprint',
    kind: 'Kind',
    status: 'Status',
    person: 'Person',
    account: 'Account',
    server: 'License server',
    since: 'Known since',
    lastSeen: 'Last seen',
    runs: 'Runs',
  },
  usesNow: (count: number) =>
    count === 0
      ? 'It uses nothing now.'
      : `It uses ${f.count(count)} ${f.plural(count, { one: 'activation', other: 'activations' })} now.`,
  holdsNow: (lines: number, devices: number) =>
    `${
      lines === 0
        ? 'It holds nothing'
        : `It holds parts of ${f.count(lines)} line ${f.plural(lines, { one: 'item', other: 'items' })}`
    }, and ${devices === 0 ? 'serves no device' : `serves ${f.count(devices)} ${f.plural(devices, { one: 'device', other: 'devices' })}`}.`,
  uses: 'What it uses',
  holds: 'What it holds',
  serves: 'Which devices it serves',
  reserved:
    'What is set aside for single devices or people is decided at the license server, which does not report it.',
  product: 'Product',
  lineItem: 'Activation id',
  neverServed: 'It serves no device now.',
  holdsNothing: 'It holds nothing now.',
})

const de = (f: Format): ReturnType<typeof en> => ({
  sentence: (devices, servers) =>
    `${f.count(devices)} ${f.plural(devices, { one: 'Gerät ist', other: 'Geräte sind' })} bekannt${
      servers === 0 ? '.' : `, dazu ${f.count(servers)} Lizenzserver.`
    }`,
  idle: (count) =>
    count === 0
      ? 'Alle Geräte wurden in den letzten 90 Tagen gesehen.'
      : `${f.count(count)} ${f.plural(count, { one: 'Gerät wurde', other: 'Geräte wurden' })} in den letzten 90 Tagen nicht gesehen, oder noch nie.`,
  notCounted: 'Wie viele Geräte es gibt, konnte nicht geladen werden.',
  tabs: { devices: 'Geräte', servers: 'Lizenzserver' },
  search: { devices: 'Name, Person oder Fingerabdruck', servers: 'Name oder Fingerabdruck' },
  filters: {
    productLine: 'Produktlinie',
    idle: 'Zuletzt gesehen',
    notSeen: (days) => `Seit ${f.count(days)} Tagen nicht gesehen`,
    neverSeen: 'Nie gemeldet',
    use: 'Art der Nutzung',
    served: 'Von einem Lizenzserver bedient',
    own: 'Mit eigenen Aktivierungen',
    deployment: 'Wo er läuft',
    order: 'Sortierung',
    byName: 'Nach Namen, A bis Z',
    byNameLast: 'Nach Namen, Z bis A',
    byChange: 'Zuletzt geändert zuerst',
    thisAccount: 'Nur dieses Konto',
  },
  columns: { device: 'Gerät', kind: 'Art', uses: 'Nutzt', served: 'Geräte', lastSeen: 'Zuletzt gesehen' },
  kind: { CLIENT: 'Client', SERVED_CLIENT: 'bedienter Client', HOST: 'Host' },
  machine: { PHYSICAL: 'physische Maschine', VIRTUAL: 'virtuelle Maschine' },
  status: { ACTIVE: 'In Gebrauch', OBSOLETE: 'Stillgelegt', TEST: 'Zum Testen', RETURNED: 'Zurückgegeben' },
  known: 'Bekannt',
  active: 'In Gebrauch oder bekannt',
  deployment: { LOCAL: 'Bei Ihnen', CLOUD: 'In der Cloud' },
  servedBy: 'bedient von',
  usesNothing: 'nichts',
  lineItems: (count) => `${f.count(count)} ${f.plural(count, { one: 'Position', other: 'Positionen' })}`,
  others: (count) => `und ${f.count(count)} weitere`,
  none: 'Noch nutzt kein Gerät etwas von diesem Konto.',
  noneNext: 'Ein Gerät erscheint hier, sobald jemand ein Produkt darauf aktiviert.',
  noServers: 'Dieses Konto hat keinen Lizenzserver.',
  noServersNext: 'Ein Lizenzserver erscheint hier, sobald er einen Teil einer Position hält.',
  empty: 'Kein Gerät passt zu diesen Filtern.',
  emptyServers: 'Kein Lizenzserver passt zu diesen Filtern.',
  everyStatus: 'Jeden Zustand zeigen',
  path: 'Wo Sie sind',
  lost: 'Dieses Gerät gibt es nicht.',
  lostNext: 'Vielleicht wurde es entfernt, oder es gehört zu einem Konto, das Sie nicht sehen.',
  fact: {
    fingerprint: 'Fingerabdruck',
    kind: 'Art',
    status: 'Zustand',
    person: 'Person',
    account: 'Konto',
    server: 'Lizenzserver',
    since: 'Bekannt seit',
    lastSeen: 'Zuletzt gesehen',
    runs: 'Läuft',
  },
  usesNow: (count) =>
    count === 0
      ? 'Es nutzt zurzeit nichts.'
      : `Es nutzt zurzeit ${f.count(count)} ${f.plural(count, { one: 'Aktivierung', other: 'Aktivierungen' })}.`,
  holdsNow: (lines, devices) =>
    `${
      lines === 0
        ? 'Er hält nichts'
        : `Er hält Teile von ${f.count(lines)} ${f.plural(lines, { one: 'Position', other: 'Positionen' })}`
    } und bedient ${devices === 0 ? 'kein Gerät' : `${f.count(devices)} ${f.plural(devices, { one: 'Gerät', other: 'Geräte' })}`}.`,
  uses: 'Was es nutzt',
  holds: 'Was er hält',
  serves: 'Welche Geräte er bedient',
  reserved: 'Was für einzelne Geräte oder Personen zurückgelegt ist, bestimmt der Lizenzserver; er meldet es nicht.',
  product: 'Produkt',
  lineItem: 'Aktivierungskennung',
  neverServed: 'Er bedient zurzeit kein Gerät.',
  holdsNothing: 'Er hält zurzeit nichts.',
})

/** The texts of the screens of devices and license servers. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
