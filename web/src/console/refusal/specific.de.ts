import type { Specific } from './specific.ts'

/** What the console says in German in place of messages of the contract that have no code of their own. */
export const specific: Specific = [
  [
    'The line item grants only {granted} on {on}.',
    (told) => `Die Position gewährt am ${told('on')} nur ${told('granted')}. Geben Sie höchstens so viel zurück.`,
  ],
  [
    'The right, or what covers it, would end after {latest}.',
    (told) => `Das Recht oder seine Leistung würde nach dem ${told('latest')} enden. Geben Sie einen früheren Tag an.`,
  ],
  [
    'The coverage ends on {endsOn}, before this day.',
    (told) => `Die Leistung endet am ${told('endsOn')}, vor diesem Tag. Geben Sie diesen oder einen früheren an.`,
  ],
  [
    'The coverage starts on {startsOn}, after this day.',
    (told) => `Die Leistung beginnt am ${told('startsOn')}, nach diesem Tag. Geben Sie diesen oder einen späteren an.`,
  ],
  [
    'The coverage itself starts on {startsOn}, and its successor later.',
    (told) =>
      `Die Leistung selbst beginnt am ${told('startsOn')}, ihre Nachfolgerin danach. Geben Sie einen späteren Tag an.`,
  ],
  [
    'The coverage renews {other}, which starts on {startsOn}, and starts later.',
    (told) =>
      `Die Leistung verlängert ${told('other')}, die am ${told('startsOn')} beginnt. Geben Sie einen späteren Tag an.`,
  ],
  [
    'The trial ends on {trialEndsOn}, after the paid term, and would be in force again.',
    (told) =>
      `Die Testversion endet am ${told('trialEndsOn')}, nach der bezahlten Laufzeit, und würde danach wieder gelten. Geben Sie diesen oder einen späteren Tag an.`,
  ],
  [
    'The term would have started by itself before today, {today}.',
    (told) => `Die Laufzeit hätte schon vor heute begonnen, dem ${told('today')}. Geben Sie heute oder später an.`,
  ],
  [
    'The amendment would end after the period that it amends, which ends on {endsOn}.',
    (told) =>
      `Der Zeitraum, der geändert wird, endet am ${told('endsOn')}. Geben Sie höchstens diesen Tag an, oder verlängern Sie die Position.`,
  ],
  [
    '{name} sells a trial.',
    (told) => `${told('name')} verkauft eine Testversion. Wählen Sie eine Artikelnummer mit bezahlter Laufzeit.`,
  ],
  ['The number must be {min} to {max}.', (told) => `Geben Sie eine Zahl von ${told('min')} bis ${told('max')} an.`],
  ['{choice} is not a choice of this field.', (told) => `${told('choice')} steht bei diesem Feld nicht zur Wahl.`],
  ['The list has {choice} twice.', (told) => `${told('choice')} steht zweimal in der Liste. Nennen Sie es einmal.`],
  [
    'The order that is credited has the number {number}, too.',
    (told) => `Auch die Bestellung hat die Nummer ${told('number')}. Geben Sie die der Gutschrift an.`,
  ],
  ['The order {order} has no such line.', (told) => `Die Bestellung ${told('order')} hat diese Zeile nicht.`],
  ['The new total is missing.', () => 'Die neue Gesamtmenge fehlt.'],
  ['The quantity is missing.', () => 'Die Menge fehlt. Geben Sie sie an, oder kreuzen Sie „Ohne Grenze“ an.'],
  [
    'A quantity and no limit contradict each other.',
    () => 'Eine Menge und „Ohne Grenze“ widersprechen einander. Lassen Sie eines von beiden weg.',
  ],
  ['The last day is missing.', () => 'Der letzte Tag fehlt.'],
  ['A perpetual right has no last day.', () => 'Ein unbefristetes Recht hat keinen letzten Tag. Lassen Sie ihn weg.'],
  ['A trial has a last day.', () => 'Eine Testversion hat einen letzten Tag. Geben Sie ihn an.'],
  [
    'The last day and the length are both given.',
    () => 'Letzter Tag und Länge sind beide angegeben. Lassen Sie eines von beiden weg.',
  ],
  [
    'The length of the coverage is not known.',
    () => 'Die Länge der Leistung ist nicht bekannt. Geben Sie den letzten Tag an.',
  ],
  ['The length has no unit.', () => 'Der Länge fehlt die Einheit.'],
  ['The unit has no length.', () => 'Zur Einheit fehlt die Länge.'],
  ['So much cannot be counted.', () => 'So viel lässt sich nicht zählen. Geben Sie weniger an.'],
  ['So many pieces cannot be counted.', () => 'So viele Stücke lassen sich nicht zählen. Geben Sie weniger an.'],
  ['A term grants more than nothing.', () => 'Eine Laufzeit gewährt mehr als nichts. Geben Sie eine Menge an.'],
  [
    'The last term of the line item has no part number.',
    () => 'Die letzte Laufzeit hat keine Artikelnummer. Wählen Sie die der Verlängerung.',
  ],
  ['The list is empty.', () => 'Die Liste ist leer.'],
  ['There is nothing to issue.', () => 'Es gibt nichts auszustellen. Geben Sie mindestens eine Zeile an.'],
  ['This is not an e-mail address.', () => 'Das ist keine E-Mail-Adresse. Geben Sie sie noch einmal ein.'],
  [
    'Only a term that the first activation starts can start by itself.',
    () =>
      'Nur eine Laufzeit, die mit der ersten Aktivierung beginnt, kann von selbst beginnen. Lassen Sie den Tag weg.',
  ],
  [
    'The overdraft under the terms of this day cannot be counted.',
    () => 'Die Überziehung zu den Bedingungen dieses Tages lässt sich nicht zählen. Geben Sie einen anderen Tag an.',
  ],
  [
    'It is not known to whom the entitlement was shipped.',
    () => 'Es ist nicht bekannt, an wen die Berechtigung ging. Geben Sie eine E-Mail-Adresse an.',
  ],
  ['A field of the type CHOICE needs choices.', () => 'Ein Feld mit Auswahl braucht Werte, die zur Wahl stehen.'],
  ['Only a field of the type CHOICE has choices.', () => 'Nur ein Feld mit Auswahl hat Werte, die zur Wahl stehen.'],
  [
    'This is not a decimal number, or it has more digits than are kept.',
    () =>
      'Das ist keine Zahl, oder sie hat zu viele Stellen. Schreiben Sie Ziffern, mit einem Punkt vor Nachkommastellen.',
  ],
  [
    'A code has {min} to {max} letters without accents, digits, hyphens and underscores, and begins with a letter.',
    (told) =>
      `Ein Code hat ${told('min')} bis ${told('max')} Buchstaben ohne Akzente, Ziffern, Bindestriche und Unterstriche und beginnt mit einem Buchstaben.`,
  ],
  [
    'The text must be one line of {min} to {max} characters, with single blanks between words, without blanks at its ends and without characters that nobody sees.',
    (told) =>
      `Schreiben Sie eine Zeile mit ${told('min')} bis ${told('max')} Zeichen, ohne Leerzeichen am Rand und mit nur einem zwischen Wörtern.`,
  ],
  [
    'The text must be one line of at most {max} characters, with single blanks between words and without blanks at its ends.',
    (told) =>
      `Schreiben Sie eine Zeile mit höchstens ${told('max')} Zeichen, ohne Leerzeichen am Rand und mit nur einem zwischen Wörtern.`,
  ],
  [
    'The user name must be one line of {min} to {max} bytes, with single blanks between words and without blanks at its ends.',
    (told) =>
      `Der Benutzername ist eine Zeile mit ${told('min')} bis ${told('max')} Zeichen, ohne Leerzeichen am Rand und mit nur einem zwischen Wörtern.`,
  ],
  [
    'The name must be one line of {min} to {max} characters, without control characters, invisible characters and blanks at its ends.',
    (told) => `Der Name ist eine Zeile mit ${told('min')} bis ${told('max')} Zeichen, ohne Leerzeichen am Rand.`,
  ],
  ['This is not a valid e-mail address.', () => 'Das ist keine E-Mail-Adresse. Geben Sie sie noch einmal ein.'],
  ['The account needs a name.', () => 'Das Konto braucht einen Namen.'],
  ['The last day is in the past.', () => 'Der letzte Tag liegt in der Vergangenheit.'],
  ['{name} is retired.', (told) => `${told('name')} ist ausgelaufen. Wählen Sie etwas anderes.`],
  ['A license model for usage is metered.', () => 'Bei einem Lizenzmodell für Verbrauch wird die Nutzung gemessen.'],
  [
    'No device may activate offline, so that there is no limit to it.',
    () => 'Kein Gerät darf offline aktivieren, deshalb gibt es dafür keine Grenze. Lassen Sie sie weg.',
  ],
  [
    'This is not an amount of the currency: a decimal number that is not negative, with no more decimals than the currency has.',
    () =>
      'Das ist kein Betrag in dieser Währung. Geben Sie eine Zahl an, mit höchstens so vielen Nachkommastellen, wie sie hat.',
  ],
  ['A perpetual term has no length.', () => 'Eine unbefristete Laufzeit hat keine Länge. Lassen Sie sie weg.'],
  [
    'The coverage that is sold along has no kind.',
    () => 'Der mitverkauften Leistung fehlt die Art. Wählen Sie sie, oder lassen Sie Länge und Stufe weg.',
  ],
  [
    'A part number does not succeed itself.',
    () => 'Eine Artikelnummer folgt nicht auf sich selbst. Wählen Sie eine andere.',
  ],
  [
    'A product that is offered without end has no last day.',
    () => 'Ein Produkt, das ohne Ende angeboten wird, hat keinen letzten Tag. Lassen Sie ihn weg.',
  ],
  [
    'The product is not a draft any more, and cannot become one again.',
    () => 'Das Produkt ist kein Entwurf mehr und wird auch keiner wieder. Wählen Sie einen anderen Zustand.',
  ],
  [
    'The scale must be a positive whole number that is not too large.',
    () => 'Der Faktor ist eine ganze Zahl über 0, die nicht zu groß ist.',
  ],
  ['A unit of money needs a currency.', () => 'Eine Einheit für Geld braucht eine Währung.'],
  ['Only a unit of money has a currency.', () => 'Nur eine Einheit für Geld hat eine Währung. Lassen Sie sie weg.'],
  ['A unit needs a rule.', () => 'Die Einheit braucht einen Text, der sagt, wie gezählt wird.'],
]
