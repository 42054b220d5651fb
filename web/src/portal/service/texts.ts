import type { Service, ServiceClosedReason } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

const en = (f: Format) => ({
  sentence: (open: string[]) =>
    open.length === 0
      ? 'No service of this account is open to you.'
      : `${f.list(open)} ${f.plural(open.length, { one: 'is', other: 'are' })} open to you.`,
  about: {
    LICENSING: 'What the company owns, where it is in use, and until when.',
    DOWNLOADS: 'Software and updates of the producer.',
    COMMUNITY: 'Questions and answers among customers and the producer.',
  } satisfies Record<Service, string>,
  open: 'Open',
  closed: 'Closed',
  openAs: (roles: string, lines: string | null, until: string | null) =>
    `Open to you as ${roles}${lines === null ? '' : `, for ${lines} only`}${
      until === null ? '.' : `, until ${f.day(until)}.`
    }`,
  openThrough: {
    above: 'Open to you through your access to an account above this one.',
    producer: 'Your role at the producer lets you see it for every account.',
    viewing: 'Open to an administrator of this account, as whom you are looking.',
  },
  reason: {
    NOT_GRANTED: 'Your access to this account does not include it.',
    SUSPENDED: 'Your membership is suspended.',
    ENDED: 'Your membership has ended.',
    NARROWED: 'This session shows only another account. Show all your accounts again at the top of the page.',
    KEY_SCOPE: 'The key may not read.',
  } satisfies Record<ServiceClosedReason, string>,
  shortReason: {
    NOT_GRANTED: 'closed: not granted',
    SUSPENDED: 'closed: suspended',
    ENDED: 'closed: ended',
    NARROWED: 'closed: session of one account',
    KEY_SCOPE: 'closed: key',
  } satisfies Record<ServiceClosedReason, string>,
  whoCan: (names: string) => `These can open it: ${names}.`,
  nobodyKnown: 'An administrator of the account can open it.',
  ask: (service: string) => `Ask for ${service.toLowerCase()}`,
  askTitle: (service: string) => `Ask for access to ${service.toLowerCase()}`,
  asked: (ago: string) => `You asked for it ${ago}. The administrators have not decided yet.`,
  show: { entitlements: 'Show the entitlements', devices: 'Show the devices' },
  elsewhere: 'You find it through the links below.',
  elsewhereUnknown: 'It is not on this page; the producer tells you its address.',
  lacking: (count: number) =>
    `${f.count(count)} ${f.plural(count, { one: 'person has', other: 'people have' })} access to the account without it`,
  links: 'Elsewhere',
  linksAbout: 'Services of the producer on other sites. Each opens in a new tab.',
  noLinks: 'No links are set',
  noLinksNext: 'Whoever runs the server can set links to other services with --service-link. Everybody sees them here.',
  others: 'Your other accounts',
  account: 'Account',
})

const de = (f: Format): ReturnType<typeof en> => ({
  sentence: (open) =>
    open.length === 0
      ? 'Kein Dienst dieses Kontos steht Ihnen offen.'
      : `${f.list(open)} ${f.plural(open.length, { one: 'steht', other: 'stehen' })} Ihnen offen.`,
  about: {
    LICENSING: 'Was das Unternehmen besitzt, wo es in Gebrauch ist und bis wann.',
    DOWNLOADS: 'Software und Aktualisierungen des Herstellers.',
    COMMUNITY: 'Fragen und Antworten unter Kunden und mit dem Hersteller.',
  },
  open: 'Offen',
  closed: 'Geschlossen',
  openAs: (roles, lines, until) =>
    `Ihnen offen durch die Rolle: ${roles}${lines === null ? '' : `, nur für ${lines}`}${
      until === null ? '.' : `, bis ${f.day(until)}.`
    }`,
  openThrough: {
    above: 'Ihnen offen durch Ihren Zugang zu einem Konto über diesem.',
    producer: 'Durch Ihre Rolle beim Hersteller sehen Sie es für jedes Konto.',
    viewing: 'Offen für die Verwaltung dieses Kontos, mit deren Augen Sie gerade sehen.',
  },
  reason: {
    NOT_GRANTED: 'Ihr Zugang zu diesem Konto umfasst ihn nicht.',
    SUSPENDED: 'Ihre Mitgliedschaft ist gesperrt.',
    ENDED: 'Ihre Mitgliedschaft ist beendet.',
    NARROWED: 'Diese Sitzung zeigt nur ein anderes Konto. Zeigen Sie oben auf der Seite wieder alle Ihre Konten.',
    KEY_SCOPE: 'Der Schlüssel darf nicht lesen.',
  },
  shortReason: {
    NOT_GRANTED: 'geschlossen: nicht gewährt',
    SUSPENDED: 'geschlossen: gesperrt',
    ENDED: 'geschlossen: beendet',
    NARROWED: 'geschlossen: Sitzung eines Kontos',
    KEY_SCOPE: 'geschlossen: Schlüssel',
  },
  whoCan: (names) => `Öffnen können ihn: ${names}.`,
  nobodyKnown: 'Die Verwaltung des Kontos kann ihn öffnen.',
  ask: (service) => `Um „${service}“ bitten`,
  askTitle: (service) => `Um Zugang zu „${service}“ bitten`,
  asked: (ago) => `Sie haben ${ago} darum gebeten. Die Verwaltung hat noch nicht entschieden.`,
  show: { entitlements: 'Berechtigungen zeigen', devices: 'Geräte zeigen' },
  elsewhere: 'Sie finden ihn über die Verweise unten.',
  elsewhereUnknown: 'Er ist nicht auf dieser Seite; der Hersteller nennt Ihnen die Adresse.',
  lacking: (count) =>
    `${f.count(count)} ${f.plural(count, { one: 'Person hat', other: 'Personen haben' })} Zugang zum Konto, aber nicht dazu`,
  links: 'Anderswo',
  linksAbout: 'Dienste des Herstellers auf anderen Seiten. Jeder öffnet sich in einem neuen Tab.',
  noLinks: 'Es sind keine Verweise eingerichtet',
  noLinksNext:
    'Wer den Server betreibt, richtet Verweise zu anderen Diensten mit --service-link ein. Alle sehen sie dann hier.',
  others: 'Ihre anderen Konten',
  account: 'Konto',
})

/** The texts of the screen of services. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
