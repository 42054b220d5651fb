import type { EligibilityAction, EligibilityActor, EligibilityCode, EligibilityRemedyKind } from '../contract/types.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

type Texts = {
  title: string
  close: string
  failed: string
  action: Record<EligibilityAction, string>
  allowed: string
  refused: string
  none: string
  noRemedy: string
  code: Record<EligibilityCode, string>
  missing: { role: (role: string) => string; service: (service: string) => string }
  days: (from: string | null, to: string | null) => string
  because: (reason: string) => string
  named: (name: string) => string
  remedy: Record<EligibilityRemedyKind, string>
  wait: (day: string) => string
  by: Record<Exclude<EligibilityActor, 'NOBODY'>, string>
  does: (role: string) => string
  orders: (role: string) => string
  people: (names: string[]) => string
}

/** What the page says of what may be done with a right, and why not. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    title: 'What may be done with this right',
    close: 'Close',
    failed: 'What may be done could not be read.',
    action: { ACTIVATE: 'Activate a new device', DOWNLOAD: 'Download', SUPPORT: 'Open a case', RENEW: 'Renew' },
    allowed: 'yes',
    refused: 'no',
    none: 'Nothing stands against it.',
    noRemedy: 'Nothing takes this away.',
    code: {
      WITHDRAWN: 'The right is withdrawn',
      DRAFT: 'The right is still being prepared',
      TEST: 'The right exists for tests only',
      SUSPENDED: 'The right is suspended',
      ON_HOLD: 'The right is on hold',
      NOT_BEGUN: 'The right has not begun',
      EXPIRED: 'No term is in force',
      SUPERSEDED: 'Another right has taken the place of this one',
      QUANTITY_UNKNOWN: 'It is not known how much the right grants',
      HOME_ELSEWHERE: 'Another system holds the rights to this product line',
      ACCOUNT_RETIRED: 'The account is retired',
      ROLE_MISSING: 'You do not have the role',
      SERVICE_CLOSED: 'The service is not open to you',
      NO_RIGHT: 'The account has no right to the product',
      NO_FREE_COPY: 'Everything is in use',
      NOTHING_GRANTED: 'The right grants nothing',
      IN_GRACE: 'The right is in grace, for known devices only',
      NOT_COVERED: 'The right is not covered',
      PARTLY_COVERED: 'Only a part of the right is covered',
      ALREADY_RENEWED: 'The right is renewed already',
      NO_SUCCESSOR: 'No part number sells the next term',
      VIA_PARTNER: 'The right was sold through a partner, who also sells its renewal',
      NOTHING_TO_RENEW: 'No term counts that grants something',
      NO_END: 'The right has no end',
      IS_A_TRIAL: 'The right is a trial, which is converted',
      COPIES_END_APART: 'Each copy has an end of its own',
    },
    missing: {
      role: (role) => `You do not have the role ${role}`,
      service: (service) => `The service ${service} is not open to you`,
    },
    days: (from, to) =>
      from !== null && to !== null
        ? `, from ${f.day(from)} to ${f.day(to)}`
        : from !== null
          ? `, from ${f.day(from)} on`
          : to !== null
            ? `, until ${f.day(to)}`
            : '',
    because: (reason) => `Reason: “${reason}”`,
    named: (name) => ` (${name})`,
    remedy: {
      RELEASE_DECISION: 'Release the decision',
      DEPLOY: 'Deploy the draft',
      WAIT: 'Wait',
      ACTIVATE_FIRST: 'Activate the first device',
      RENEW: 'Renew the right',
      CONVERT_TRIAL: 'Convert the trial',
      GRANT_GRACE: 'Grant grace',
      USE_SUCCESSOR: 'Use the other right',
      CORRECT_QUANTITY: 'Record the quantity',
      USE_OTHER_SYSTEM: 'Do it in the other system',
      REINSTATE_ACCOUNT: 'Reinstate the account',
      GIVE_ROLE: 'Give you the role',
      OPEN_SERVICE: 'Open the service to you',
      BUY: 'Buy the product',
      RETURN_COPY: 'Return copies',
      BUY_MORE: 'Buy more',
      EXTEND_COVERAGE: 'Extend the coverage',
      BUY_COVERAGE: 'Buy maintenance or support',
      COVER_THE_REST: 'Cover all of the right',
      NAME_PART_NUMBER: 'Name a part number for the renewal',
      NAME_SUCCESSOR: 'Give the last part number a successor that fits, or offer it again',
      ASK_PARTNER: 'Order the renewal from the partner',
    },
    wait: (day) => `Gone by itself on ${f.day(day)}`,
    by: { CUSTOMER: 'by the customer', PRODUCER: 'by the producer', PARTNER: 'by the partner' },
    does: (role) => `by a member with the role ${role}`,
    orders: (role) => `by the producer; a member with the role ${role} orders it`,
    people: (names) => `: ${f.list(names)}`,
  }),
  de: (f) => ({
    title: 'Was mit diesem Recht geht',
    close: 'Schließen',
    failed: 'Was geht, konnte nicht gelesen werden.',
    action: {
      ACTIVATE: 'Neues Gerät aktivieren',
      DOWNLOAD: 'Herunterladen',
      SUPPORT: 'Fall eröffnen',
      RENEW: 'Verlängern',
    },
    allowed: 'ja',
    refused: 'nein',
    none: 'Nichts spricht dagegen.',
    noRemedy: 'Das lässt sich nicht beheben.',
    code: {
      WITHDRAWN: 'Das Recht ist zurückgezogen',
      DRAFT: 'Das Recht wird noch vorbereitet',
      TEST: 'Das Recht dient nur zum Testen',
      SUSPENDED: 'Das Recht ist ausgesetzt',
      ON_HOLD: 'Das Recht ist angehalten',
      NOT_BEGUN: 'Das Recht hat noch nicht begonnen',
      EXPIRED: 'Keine Laufzeit gilt',
      SUPERSEDED: 'Ein anderes Recht ist an die Stelle von diesem getreten',
      QUANTITY_UNKNOWN: 'Es ist nicht bekannt, wie viel das Recht gewährt',
      HOME_ELSEWHERE: 'Ein anderes System führt die Rechte an dieser Produktlinie',
      ACCOUNT_RETIRED: 'Das Konto ist stillgelegt',
      ROLE_MISSING: 'Ihnen fehlt die Rolle',
      SERVICE_CLOSED: 'Der Dienst ist Ihnen nicht geöffnet',
      NO_RIGHT: 'Das Konto hat kein Recht an dem Produkt',
      NO_FREE_COPY: 'Alles ist in Gebrauch',
      NOTHING_GRANTED: 'Das Recht gewährt nichts',
      IN_GRACE: 'Das Recht ist in der Nachfrist, nur für bekannte Geräte',
      NOT_COVERED: 'Das Recht ist nicht abgedeckt',
      PARTLY_COVERED: 'Nur ein Teil des Rechts ist abgedeckt',
      ALREADY_RENEWED: 'Das Recht ist schon verlängert',
      NO_SUCCESSOR: 'Keine Artikelnummer verkauft die nächste Laufzeit',
      VIA_PARTNER: 'Das Recht wurde über einen Partner verkauft, der auch die Verlängerung verkauft',
      NOTHING_TO_RENEW: 'Keine Laufzeit zählt, die etwas gewährt',
      NO_END: 'Das Recht hat kein Ende',
      IS_A_TRIAL: 'Das Recht ist eine Testversion, die umgewandelt wird',
      COPIES_END_APART: 'Jede Kopie hat ein eigenes Ende',
    },
    missing: {
      role: (role) => `Ihnen fehlt die Rolle ${role}`,
      service: (service) => `Der Dienst ${service} ist Ihnen nicht geöffnet`,
    },
    days: (from, to) =>
      from !== null && to !== null
        ? `, vom ${f.day(from)} bis ${f.day(to)}`
        : from !== null
          ? `, ab ${f.day(from)}`
          : to !== null
            ? `, bis ${f.day(to)}`
            : '',
    because: (reason) => `Grund: „${reason}“`,
    named: (name) => ` (${name})`,
    remedy: {
      RELEASE_DECISION: 'Die Entscheidung aufheben',
      DEPLOY: 'Den Entwurf freigeben',
      WAIT: 'Warten',
      ACTIVATE_FIRST: 'Das erste Gerät aktivieren',
      RENEW: 'Das Recht verlängern',
      CONVERT_TRIAL: 'Die Testversion umwandeln',
      GRANT_GRACE: 'Eine Nachfrist gewähren',
      USE_SUCCESSOR: 'Das andere Recht nutzen',
      CORRECT_QUANTITY: 'Die Menge eintragen',
      USE_OTHER_SYSTEM: 'Es in dem anderen System tun',
      REINSTATE_ACCOUNT: 'Das Konto wieder aufnehmen',
      GIVE_ROLE: 'Ihnen die Rolle geben',
      OPEN_SERVICE: 'Ihnen den Dienst öffnen',
      BUY: 'Das Produkt kaufen',
      RETURN_COPY: 'Kopien zurückgeben',
      BUY_MORE: 'Mehr kaufen',
      EXTEND_COVERAGE: 'Die Abdeckung verlängern',
      BUY_COVERAGE: 'Wartung oder Support kaufen',
      COVER_THE_REST: 'Das ganze Recht abdecken',
      NAME_PART_NUMBER: 'Eine Artikelnummer für die Verlängerung nennen',
      NAME_SUCCESSOR: 'Der letzten Artikelnummer einen passenden Nachfolger geben oder sie wieder anbieten',
      ASK_PARTNER: 'Die Verlängerung beim Partner bestellen',
    },
    wait: (day) => `Am ${f.day(day)} von selbst behoben`,
    by: { CUSTOMER: 'durch den Kunden', PRODUCER: 'durch den Hersteller', PARTNER: 'durch den Partner' },
    does: (role) => `durch ein Mitglied mit der Rolle ${role}`,
    orders: (role) => `durch den Hersteller; ein Mitglied mit der Rolle ${role} bestellt es`,
    people: (names) => `: ${f.list(names)}`,
  }),
}
