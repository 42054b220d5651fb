import { specific } from './specific.de.ts'
import type { RightWords } from './texts.ts'

/** What the console says of changes of rights in German. */
export const de = (): RightWords => ({
  refusals: {
    PERIOD_MISSING: (told) => `Am ${told('on')} ist nichts gewährt. Geben Sie einen Tag an, an dem ein Zeitraum gilt.`,
    TERM_UNDATED: () =>
      'Die Laufzeit beginnt mit der ersten Aktivierung und hat vorher keine Tage. Berichtigen Sie nur die Menge.',
    RIGHT_WITHDRAWN: (told) =>
      `Das Recht ist${told('on') === '' ? '' : ` am ${told('on')}`} zurückgezogen. Heben Sie zuerst diese Entscheidung auf, oder geben Sie einen früheren Tag an.`,
    PERIOD_VOIDED: () => 'Der Zeitraum ist schon nichtig. Berichtigen Sie den, der an seiner Stelle steht.',
    LIVE_ACTIVATIONS: (told) =>
      `Geräte nutzen es: An diesem Tag gelten ${told('count')} Aktivierungen. Kreuzen Sie dies an, um ihnen das Recht zu nehmen und zu sehen, welche es sind.`,
    DECISION_LIFTED: () => 'Diese Entscheidung hat schon jemand aufgehoben.',
    DECISION_ENDED: (told) =>
      `Die Entscheidung endet am ${told('endsOn')} von selbst. Geben Sie einen früheren Tag an.`,
    DECISION_STAYS: () =>
      'Diese Entscheidung wird nicht aufgehoben. Geben Sie einen Entwurf frei, stellen Sie, was nur für Tests ist, neu aus, und erfassen Sie Nichtiges neu.',
    ACTIVATION_ID_TAKEN: () =>
      'Etwas anderes hat oder hatte diese Kennung. Geben Sie eine andere an oder keine, dann erzeugt Muniment eine.',
    PART_NUMBER_INCOMPLETE: (told) =>
      `Der Artikelnummer ${told('name')} fehlen Angaben. Tragen Sie sie im Katalog ein, oder wählen Sie eine andere.`,
    TERMS_NOT_VALID: (told) =>
      `Das Lizenzmodell hat an diesem Tag keine Bedingungen. Die ersten gelten ab ${told('from')}: Geben Sie diesen oder einen späteren Tag an.`,
    ORDER_DIFFERS: (told) => `Die Bestellung wurde mit ${told('issued')} ausgestellt und hat jetzt ${told('given')}.`,
    ORDER_OVERTAKEN: () =>
      'An diesem Tag gilt ein anderer Zeitraum als der, den die Bestellung zuletzt erfasst hat, oder es ist nicht bekannt, was sich am Preis ändert. Geben Sie einen anderen Tag an, oder ändern Sie die Position selbst.',
    NOT_EVERGREEN: () => 'Es verlängert sich nicht oder nicht mehr von selbst: Nach dem letzten Tag folgt nichts.',
    RENEWAL_CANCELLED: (told) => `Die Verlängerung ist schon gekündigt: Es endet am ${told('endsOn')}.`,
    GRACE_EXISTS: (told) =>
      `${told('lineItem')} hat schon eine Nachfrist bis ${told('graceUntil')}. Geben Sie einen späteren Tag an.`,
    GRACE_TOO_LONG: (told) =>
      `Der Support gewährt eine Nachfrist bis höchstens ${told('latest')}. Geben Sie einen früheren Tag an, oder fragen Sie einen Operator.`,
    NUMBER_TAKEN: () =>
      'Der Kunde hat eine andere Berechtigung mit dieser Nummer. Geben Sie eine andere an oder keine.',
    OTHER_PERIOD_FIRST: (told) =>
      `Mit diesen Tagen würde der Zeitraum den Platz mit einem anderen tauschen${told('other') === '' ? '' : `, ${told('other')}`}. Berichtigen Sie zuerst diesen, oder erklären Sie ihn für nichtig.`,
    OVERDRAFT_NOT_ALLOWED: () =>
      'Das Lizenzmodell erlaubt keine Überziehung. Lassen Sie sie weg, oder gewähren Sie mehr.',
    INSTALMENTS_DIFFER: (told) =>
      `Die Raten ergeben zusammen ${told('instalments')}, und der Preis ist ${told('price')}. Ändern Sie eines davon.`,
    ALREADY_RENEWED: (told) =>
      told('successor') === ''
        ? `Sie ist schon von ${told('from')} bis ${told('to')} verlängert.`
        : `Die Position ${told('successor')} ist schon an ihre Stelle getreten.`,
    STARTS_TOO_EARLY: (told) =>
      `Das Gewährte endet erst vor dem ${told('earliest')}. Geben Sie diesen oder einen späteren Tag an.`,
    NOTHING_TO_RENEW: () => 'Davon gilt nichts mehr. Stellen Sie es neu aus.',
    RIGHT_HAS_NO_END: () => 'Das Recht hat kein Ende und wird nicht verlängert. Verlängern Sie seine Leistung.',
    IS_A_TRIAL: () => 'Eine Testversion wird nicht verlängert. Wandeln Sie sie um.',
    NOT_A_TRIAL: () => 'Das ist keine Testversion oder keine mehr. Verlängern Sie die Position.',
    UPGRADE_NEEDED: (told) =>
      `${told('name')} verkauft ein anderes Produkt, ${told('product')}. Wählen Sie eine Artikelnummer desselben Produkts.`,
    UNIT_DIFFERS: (told) =>
      `${told('name')} zählt ${told('unit')} und nicht ${told('lineUnit')}. Wählen Sie eine andere.`,
    ACTIVATION_DIFFERS: (told) => `${told('name')} wird auf andere Weise aktiviert. Wählen Sie eine andere.`,
    COPIES_END_APART: () => 'Jede Kopie hat ihr eigenes Ende, deshalb werden sie nicht gemeinsam verlängert.',
    NOT_OFFERED: (told) =>
      `Das Produkt ${told('product')} wird an diesem Tag nicht angeboten. Wählen Sie eine andere Artikelnummer, oder bieten Sie das Produkt im Katalog an.`,
    TRIAL_USED: (told) =>
      `Der Kunde hatte vor Kurzem eine Testversion von ${told('product')}. Eine weitere darf am ${told('again')} beginnen.`,
    DRAFT_CHANGED: () =>
      'Seit der Ausstellung des Entwurfs wurde etwas erfasst, deshalb werden seine Tage nicht verschoben. Lassen Sie den Tag weg.',
    NOT_A_DRAFT: () => 'Das ist kein Entwurf mehr. Schließen Sie dies, und sehen Sie noch einmal nach.',
    NOT_LIVE: (told) =>
      told('decision') === 'WITHDRAWN'
        ? 'Sie ist zurückgezogen und würde nicht gültig. Heben Sie zuerst diese Entscheidung auf.'
        : told('decision') === 'TEST'
          ? 'Sie ist für Tests und wird nie gültig. Stellen Sie eine gültige aus.'
          : 'Sie ist noch nicht gültig. Geben Sie sie zuerst frei.',
    ALREADY_EXTENDED: () =>
      'Eine andere Leistung verlängert diese schon. Verlängern Sie jene, oder kreuzen Sie „Ein weiterer Nachfolger“ an.',
    COVERAGE_WITHDRAWN: () =>
      'Die Leistung ist an diesen Tagen schon zurückgezogen. Geben Sie einen früheren Tag an, oder wählen Sie eine andere.',
    COVERAGE_HAS_NO_END: () => 'Die Leistung hat kein Ende, deshalb gibt es nichts zu verlängern.',
    NOTHING_TO_COVER: () =>
      'An diesen Tagen gelten Entscheidungen über alles, wofür sie gilt. Geben Sie andere Tage an.',
    ALREADY_COVERED: (told) =>
      `Die Leistung ${told('coverage')} derselben Art gilt vom ${told('from')} bis ${told('to')} schon. Verlängern Sie jene, oder kreuzen Sie „Neben einer anderen“ an.`,
    ALREADY_IN_COVERAGE: () =>
      'Die Leistung hat diese Position schon, vielleicht an anderen Tagen. Wählen Sie eine andere.',
    OTHER_ACCOUNT: (told) =>
      `Die Leistung gehört einem anderen Kunden, ${told('coverageAccount')}. Wählen Sie eine desselben Kunden.`,
    OTHER_PRODUCT_LINE: (told) =>
      `Die Leistung gehört zu einer anderen Produktlinie, ${told('coverageProductLine')}. Wählen Sie eine derselben.`,
    ALREADY_CORRECTED: () => 'Die Leistung ist schon berichtigt. Berichtigen Sie die, die an ihrer Stelle steht.',
    NOTHING_TO_CORRECT: () => 'So ist es erfasst. Ändern Sie, was anders gemeint war.',
    ACCOUNT_RETIRED: () =>
      'Der Kunde ist stillgelegt und bekommt nichts Neues. Nehmen Sie ihn zuerst wieder in Betrieb.',
    RETIRED: (told) => `${told('name')} ist ausgelaufen. Wählen Sie etwas anderes.`,
    HOME_ELSEWHERE: (told) => `Das System ${told('system')} verwaltet das noch. Ändern Sie es dort.`,
    CODE_TAKEN: () => 'Diesen Code hat schon etwas anderes. Geben Sie einen anderen an, oder ändern Sie jenes.',
    NAME_TAKEN: () => 'Diesen Namen hat schon etwas anderes. Geben Sie einen anderen an, oder ändern Sie jenes.',
    ALREADY_SOLD: () =>
      'Unter dieser Artikelnummer sind Rechte gewährt, deshalb bleibt, wofür sie steht. Legen Sie eine andere an, und tragen Sie diese als Nachfolger ein.',
    NOT_A_SUITE: () => 'Nur Suiten enthalten Produkte. Wählen Sie eine Suite.',
    SUITE_IN_SUITE: (told) =>
      `${told('name')} ist eine Suite, und eine Suite enthält keine. Wählen Sie stattdessen deren Produkte.`,
    DAY_TOO_EARLY: (told) =>
      `An diesem Tag gelten schon Bedingungen oder Preise, die sich nicht ändern. Geben Sie den ${told('from')} oder einen späteren Tag an.`,
    ALREADY_VALID: () => 'Dieser Preis gilt oder galt schon, deshalb bleibt er. Setzen Sie einen anderen ab morgen.',
    CHOICE_IN_USE: (told) =>
      `Etwas hat den Wert ${told('choice')}. Behalten Sie ihn, oder geben Sie jenem zuerst einen anderen.`,
    TOO_MANY_CUSTOM_FIELDS: (told) =>
      `Es gibt schon ${told('max')} Felder, mehr sind nicht erlaubt. Lassen Sie zuerst eines auslaufen.`,
    ACCOUNT_CIRCLE: (told) =>
      `Dann stünde das Konto unter sich selbst${told('path') === '' ? '' : `: ${told('path')}`}. Wählen Sie ein anderes Konto.`,
    USER_NAME_TAKEN: () =>
      'Diesen Benutzernamen hat schon jemand. Geben Sie einen anderen an, oder ändern Sie jene Person.',
    OWN_ROLE: () => 'Das können Sie bei sich selbst nicht tun. Bitten Sie jemand anderen aus dem Betrieb.',
    LAST_OPERATOR: () =>
      'Dann wäre niemand mehr im Betrieb, der sich anmelden kann. Geben Sie zuerst jemandem die Rolle.',
    KEY_LIMIT: () =>
      'Es gibt schon so viele Schlüssel, wie es geben darf. Widerrufen Sie einen, den Sie nicht brauchen.',
    SCOPE_BEYOND: () => 'Sie dürfen das selbst nicht, deshalb darf es auch der Schlüssel nicht. Lassen Sie es weg.',
    SIGN_IN_AGAIN: () =>
      'Ihre Anmeldung liegt mehr als 15 Minuten zurück. Melden Sie sich neu an, und versuchen Sie es noch einmal.',
    DOCUMENT_UNKNOWN: () => 'Der Server kennt dieses Dokument nicht. Laden Sie die Seite neu.',
    WIDGET_ORIGIN_NOT_LISTED: () =>
      'Diese Website steht nicht in der Liste derer, die Widgets zeigen dürfen. Fügen Sie sie zuerst hinzu.',
    ORIGIN_LIMIT: (told) =>
      `Die Liste hat schon ${told('max')} Websites, mehr sind nicht erlaubt. Entfernen Sie zuerst eine.`,
    JOB_RUNNING: () => 'Der Auftrag läuft. Warten Sie, bis er endet.',
    JOB_WAITING: () => 'Der Auftrag wartet schon auf seinen Versuch.',
    JOB_ENDED: () => 'Der Auftrag ist zu Ende. Es ist nichts zu tun.',
    LINK_ENDED: () => 'Der Link in der E-Mail gilt nicht mehr. Laden Sie noch einmal ein.',
    NOT_FOUND: () =>
      'Das gibt es nicht mehr, oder Sie dürfen es nicht sehen. Schließen Sie dies, und sehen Sie noch einmal nach.',
    READ_ONLY: () => 'Ihr Zugang darf nur lesen.',
    FORBIDDEN: () => 'Ihre Rolle darf das nicht ändern. Bitten Sie jemanden aus dem Betrieb.',
    TEXT_TOO_LONG: (told) =>
      `Der Text ist zu lang${told('max') === '' ? '' : `: höchstens ${told('max')} Zeichen`}. Schreiben Sie weniger.`,
    LIST_TOO_LONG: (told) => `Das sind zu viele auf einmal${told('max') === '' ? '' : `: höchstens ${told('max')}`}.`,
    IDEMPOTENCY_CONFLICT: () =>
      'Dieser Vorgang wurde schon mit anderen Angaben gesendet. Schließen Sie dies, und beginnen Sie neu.',
    UNAUTHENTICATED: () => 'Sie sind nicht mehr angemeldet. Melden Sie sich an, und versuchen Sie es noch einmal.',
    RATE_LIMITED: (told) =>
      `Diese Adresse hat so viele E-Mails bekommen, wie in einer Stunde erlaubt sind. Versuchen Sie es ${told('again') === '' ? 'später' : `nach ${told('again')}`} noch einmal.`,
  },
  specific,
  wrong: {
    quantity:
      'Geben Sie eine Menge an, die sich in der Einheit zählen lässt, oder kreuzen Sie „Ohne Grenze“ an, aber nicht beides.',
    overdraft: 'Geben Sie eine Menge an, die sich in der Einheit zählen lässt.',
    startsOn:
      'Dieser erste Tag passt nicht. Er liegt vor dem letzten Tag, und ein Recht, das eine Aktivierung beginnt, hat keinen.',
    endsOn: 'Dieser letzte Tag passt nicht. Er liegt nicht vor dem ersten, und was kein Ende hat, hat keinen.',
    from: 'Dieser Tag ist keiner der Tage der Leistung.',
    after: 'Sagen Sie, was folgt, wenn der letzte Tag vor dem des geänderten Zeitraums liegt, und nur dann.',
    length: 'Geben Sie entweder die Länge oder den letzten Tag an.',
    pieces: 'Geben Sie eine ganze Zahl von Stücken an, mindestens 1.',
    price: 'Geben Sie einen Betrag mit seiner Währung an, zum Beispiel 1200,00 und EUR.',
    instalments: 'Jede Rate hat einen Betrag und einen späteren Tag als die vor ihr. Nur ein Preis hat Raten.',
    orderNumber: 'Geben Sie eine Zeile mit höchstens 100 Zeichen an.',
    orderReference: 'Geben Sie eine Zeile mit höchstens 100 Zeichen an.',
    orderLine: 'Geben Sie eine Zeile mit höchstens 100 Zeichen an.',
    number: 'Geben Sie eine Zeile mit höchstens 100 Zeichen an.',
    activationId: 'Geben Sie eine Zeile mit höchstens 100 Zeichen an, ohne Leerzeichen am Rand.',
    shipToEmail: 'Das ist keine E-Mail-Adresse. Geben Sie sie noch einmal ein.',
    to: 'Das ist keine E-Mail-Adresse. Geben Sie sie noch einmal ein.',
    channelPartner: 'Wählen Sie ein Konto, das Vertriebspartner ist.',
    reason: 'Schreiben Sie in einer Zeile, warum.',
    period: 'Nichts würde sich ändern. Geben Sie an, was falsch erfasst ist.',
  },
  wrongValue: 'Das ist kein Wert des Feldes. Geben Sie es noch einmal ein.',
  wrongAnyhow: 'Das passt nicht. Geben Sie es noch einmal ein.',
  nothingMeant: 'Nichts weicht von dem ab, was erfasst ist. Ändern Sie, was falsch erfasst ist.',
  warnings: {
    COVERAGE_LASTS: (told) =>
      `Die Leistung für ${told('lineItem')} dauert so lange wie die mitverkaufte, deshalb kommt keine hinzu.`,
    RENEWAL_GAP: (told) =>
      told('graceUntil') === ''
        ? `Vom ${told('from')} bis zum ${told('to')} ist nichts gewährt.`
        : `Vom ${told('from')} bis zum ${told('to')} gibt es keine Laufzeit. Bis zum ${told('graceUntil')} gilt eine Nachfrist, nur für bekannte Geräte.`,
    NEXT_TERM_STAYS: (told) =>
      `Die nächste Laufzeit vom ${told('from')} bis zum ${told('to')} ist schon gewährt und bleibt: Es endet am ${told('to')}.`,
    SURPLUS: (told) =>
      `Ab dem ${told('on')} passen ${told('surplus')} nicht, die in Nutzung sind; das ist dann Überschreitung. Kein Gerät hört an diesem Tag auf.`,
    DEVICES_LOSE_RIGHT: (told) => `Am ${told('on')} verlieren ${told('count')} Aktivierungen ihr Recht.`,
    ADDRESS_SHARED: () =>
      'Jemand anderes, der sich anmelden kann, hat dieselbe Adresse. Links zur Anmeldung gehen an dasselbe Postfach.',
    ALREADY_ERASED: (told) =>
      `Die personenbezogenen Daten waren schon gelöscht${told('erasedAt') === '' ? '' : `, ${told('erasedAt')}`}.`,
    MAY_BE_PROVISIONED: (told) =>
      `Das Verzeichnis von ${told('account')} kann die Person wieder anlegen. Bitten Sie dessen Verwaltung, sie dort zu entfernen.`,
    MAY_BE_IMPORTED: () =>
      'Der nächste Import kann die Person wieder anlegen. Entfernen Sie sie zuerst im anderen System.',
    NOT_ERASED: (told) => `${told('values')} Werte, die die Person nennen, bleiben in versiegelten Einträgen.`,
    CALLED_THE_SAME: () =>
      'Andere haben denselben Namen oder dieselbe Adresse. Was nur dies nennt und sie meinen kann, bleibt.',
    EVERY_ORIGIN: () =>
      'Keine Website steht mehr in der Liste, deshalb darf jede Widgets zeigen. Fügen Sie eine hinzu, um das zu begrenzen.',
    COVERAGE_GROWS: (told) =>
      told('count') === '1'
        ? 'Die Leistung für die ganze Position wächst mit ihr.'
        : `${told('count')} Leistungen für die ganze Position wachsen mit ihr.`,
    EXCESS: (told) =>
      `${told('used')} sind in Nutzung, und ${told('granted')} sind am ${told('on')} gewährt. Was nicht passt, bleibt als Überschreitung in Nutzung: ${told('excess')}.`,
    ALREADY_ISSUED: (told) =>
      `Diese Bestellung wurde schon ausgestellt, als ${told('number')}. Nichts wird ein zweites Mal ausgestellt.`,
    COVERAGE_OVERLAP: (told) =>
      `Vom ${told('from')} bis zum ${told('to')} gibt es die Leistung schon; dort zählt nur die Nachfolgerin.`,
    NOTHING_TO_SEND: () => 'Keines der Rechte ist gültig, deshalb werden keine Aktivierungskennungen gesendet.',
    MAIL_NOT_SENT: () =>
      'Es wird keine E-Mail gesendet, weil diese Adresse so viele bekommen hat, wie in einer Stunde erlaubt sind. Senden Sie die Aktivierungskennungen später.',
    COVERAGE_GAP: (told) => `Vom ${told('from')} bis zum ${told('to')} gilt keine Leistung.`,
    COVERAGE_OVERHANG: (told) =>
      told('on') === ''
        ? `Das Recht ${told('lineItem')} endet am ${told('endsOn')}, vor der Leistung. Danach nützt die Leistung nichts.`
        : `Das Recht ${told('lineItem')} gewährt am ${told('on')} nichts mehr. Seine Leistung bleibt bestehen und nützt dann nichts.`,
  },
  leaseHours: 'Stunden je Ausleihe',
  things: {
    entitlement: (name, done) => `Die Berechtigung ${name} ${done ? 'wurde' : 'wird'} ausgestellt`,
    lineItem: (name, done) => `Die Position ${name} ${done ? 'kam' : 'kommt'} hinzu`,
    period: (done) => `Ein Zeitraum ${done ? 'kam' : 'kommt'} hinzu`,
    amendment: (place, done) =>
      `Ein Zeitraum, der ${place === undefined ? 'einen anderen' : `Nr. ${place}`} ändert, ${done ? 'kam' : 'kommt'} hinzu`,
    price: {
      CREATED: (code, done) => `Ein Listenpreis von ${code} ${done ? 'kam' : 'kommt'} hinzu`,
      CHANGED: (code, done) => `Ein Listenpreis von ${code} ${done ? 'wurde geändert' : 'ändert sich'}`,
      REMOVED: (code, done) => `Ein Listenpreis von ${code} ${done ? 'wurde' : 'wird'} entfernt`,
    },
    replacement: (done) => `Ein Zeitraum an Stelle des nichtigen ${done ? 'kam' : 'kommt'} hinzu`,
    voided: (done) => `Der erfasste Zeitraum ${done ? 'wurde' : 'wird'} nichtig`,
    givesWay: (part, done) =>
      `Die Tage ${part === 'coverage' ? 'der Leistung' : 'des Rechts'} im Entwurf ${done ? 'sind den neuen gewichen' : 'weichen den neuen'}`,
    coverage: (done) => `Eine Leistung ${done ? 'kam' : 'kommt'} hinzu`,
    covers: (name, done) => `Die Leistung gilt ${done ? 'jetzt ' : ''}für ${name}`,
    decision: {
      WITHDRAWN: (name, done) => `${name} ${done ? 'wurde' : 'wird'} zurückgezogen`,
      SUSPENDED: (name, done) => `${name} ${done ? 'wurde' : 'wird'} ausgesetzt`,
      ON_HOLD: (name, done) => `${name} ${done ? 'wurde' : 'wird'} angehalten`,
      RENEWAL_CANCELLED: (name, done) => `Die Verlängerung von ${name} ${done ? 'wurde' : 'wird'} gekündigt`,
      GRACE: (name, done) => `${name} ${done ? 'bekam' : 'bekommt'} eine Nachfrist`,
      DRAFT: (name) => `${name} ist ein Entwurf`,
      TEST: (name) => `${name} ist nur für Tests`,
    },
    released: (name, done) => `Die Entscheidung über ${name} ${done ? 'wurde' : 'wird'} aufgehoben`,
    ends: (name, kind, day, done) =>
      `Die Entscheidung über ${name}${kind === undefined ? '' : `, ${kind},`} endet ${done ? 'jetzt ' : ''}am ${day}`,
    live: (name, done) => `${name} ${done ? 'gilt jetzt' : 'gilt dann'}, und der Kunde sieht sie`,
    sent: (name, done) => `Die Aktivierungskennungen von ${name} ${done ? 'wurden' : 'werden'} gesendet`,
    replaced: (name, done) =>
      `${name} ${done ? 'bekam' : 'bekommt'} eine andere Aktivierungskennung und bleibt unter dieser bekannt`,
  },
})
