/** What a rule of an import states about a record, and what the import does with such a record. */
export type RuleWords = { says: string; done: string }

const invalid = 'Die Zeile ist ungültig.'
const unread = 'Die Datei wird nicht gelesen.'
const separate = 'Sie bleiben getrennt.'
const kept = 'Es bleibt, wie es ist.'
const unknownUnit = 'Die Einheit bleibt unbekannt, bis der Betrieb entscheidet.'

/** The rules of imports in German, by their names. The contract says them in English. */
export const ruleWords: Readonly<Record<string, RuleWords>> = {
  missing_file: { says: 'Eine Datei des Bündels fehlt.', done: 'Von dieser Art gilt nichts als vorhanden.' },
  unreadable_file: {
    says: 'Die Datei lässt sich nicht bis zum Ende lesen: kein Recht dazu oder beschädigt komprimiert.',
    done: 'Die Zeilen vor dem Fehler werden übernommen.',
  },
  wrong_encoding: {
    says: 'Die Datei ist kein Text in UTF-8, sondern UTF-16, eine Arbeitsmappe oder komprimiert, ohne auf .gz zu enden.',
    done: unread,
  },
  wrong_separator: {
    says: 'Die Überschriften sind durch Semikolons, Tabulatoren oder senkrechte Striche getrennt statt durch Kommas.',
    done: unread,
  },
  empty_file: {
    says: 'Die Datei hat keine Zeile mit Überschriften.',
    done: 'Von dieser Art gilt nichts als vorhanden.',
  },
  missing_column: { says: 'Eine nötige Spalte fehlt in der Überschrift.', done: unread },
  missing_optional_column: { says: 'Eine Spalte, die fehlen darf, fehlt.', done: 'Ihre Werte sind leer.' },
  unknown_column: { says: 'Die Überschrift nennt eine unbekannte Spalte.', done: 'Sie wird übergangen.' },
  duplicate_column: { says: 'Die Überschrift nennt eine Spalte zweimal.', done: unread },
  wrong_field_count: { says: 'Eine Zeile hat mehr oder weniger Werte als die Überschrift.', done: invalid },
  bad_quoting: { says: 'Ein Anführungszeichen steht, wo keines stehen darf.', done: invalid },
  invalid_utf8: { says: 'Die Zeile hat Bytes, die kein UTF-8 sind.', done: invalid },
  oversize_row: {
    says: 'Eine Zeile ist länger als 8 MiB, zum Beispiel, weil ein Anführungszeichen nie geschlossen wird.',
    done: 'Der Rest der Datei wird nicht gelesen.',
  },
  empty_key: { says: 'Der Schlüssel der Zeile ist leer oder hat nur Zeichen, die niemand sieht.', done: invalid },
  empty_value: { says: 'Ein nötiger Wert ist leer.', done: invalid },
  oversize_value: { says: 'Ein Schlüssel ist länger als 1.024 Bytes oder ein Text länger als 65.536.', done: invalid },
  bad_character: { says: 'Ein Text hat das Zeichen NUL, das keine Datenbank aufbewahrt.', done: invalid },
  hidden_characters: {
    says: 'Ein Text hat Zeichen, die niemand sieht oder die seine Richtung ändern.',
    done: 'Sie werden weggelassen, damit ein Name das ist, was man sieht. Eine Kennung bleibt, wie sie ist.',
  },
  bad_day: { says: 'Ein Wert ist kein Kalendertag (JJJJ-MM-TT).', done: invalid },
  bad_time: { says: 'Ein Wert ist kein Zeitpunkt (RFC 3339).', done: 'Der Wert bleibt leer.' },
  bad_number: {
    says: 'Ein Wert ist keine Zahl, zu groß oder zu klein, oder negativ, wo das keinen Sinn hat.',
    done: invalid,
  },
  bad_flag: { says: 'Ein Wert ist weder 1, 0, true noch false.', done: invalid },
  unknown_word: { says: 'Ein Wort steht nicht in der Liste seiner Spalte.', done: invalid },
  day_order: { says: 'Der letzte Tag liegt vor dem ersten.', done: invalid },
  duplicate_key: {
    says: 'Zwei Zeilen mit verschiedenen Werten haben denselben Schlüssel.',
    done: 'Die erste gilt, die späteren sind ungültig.',
  },
  repeated_row: { says: 'Eine Zeile steht zweimal da, mit denselben Werten.', done: 'Sie zählt einmal.' },
  same_activation_id: {
    says: 'Die Aktivierungskennung weicht von einer anderen nur in Groß- und Kleinschreibung oder in der Kodierung der Buchstaben ab.',
    done: 'Die erste Zeile gilt, die späteren sind ungültig.',
  },
  unknown_reference: { says: 'Die Zeile verweist auf etwas, das die Quelle nicht hat.', done: invalid },
  depends_on_invalid: { says: 'Die Zeile verweist auf etwas Ungültiges.', done: 'Auch die Zeile ist ungültig.' },
  account_circle: { says: 'Konten stehen im Kreis übereinander.', done: 'Die Verbindungen des Kreises sind ungültig.' },
  line_circle: { says: 'Positionen folgen im Kreis aufeinander.', done: 'Die Positionen des Kreises sind ungültig.' },
  suite_circle: { says: 'Eine Suite enthält sich selbst.', done: invalid },
  unknown_predecessor: {
    says: 'Die Position, auf die diese folgt, ist nicht in der Quelle oder ist ungültig.',
    done: 'Die Herkunft behält die Kennung als Text.',
  },
  several_predecessors: {
    says: 'Die Position nennt mehr als eine, auf die sie folgt.',
    done: 'Eine Übertragung geht vor einer Teilung, eine Teilung vor dem Übergeordneten.',
  },
  unknown_channel_partner: {
    says: 'Der Vertriebspartner ist nicht unter den Konten oder ist ungültig.',
    done: 'Es kommt ohne Vertriebspartner herein.',
  },
  unknown_server: {
    says: 'Das Gerät, das dieses bedient, ist nicht in der Quelle, ist ungültig oder kein Server.',
    done: 'Es kommt ohne Lizenzserver herein.',
  },
  dup_account_name: {
    says: 'Konten haben denselben Namen, genau oder bis auf Großschreibung, Leerzeichen am Ende oder zusammengesetzte Buchstaben.',
    done: 'Sie bleiben getrennt: Konten werden nur über ihre Kennung verbunden.',
  },
  two_parents: {
    says: 'Das Konto steht unter mehreren Konten.',
    done: 'Alle Verbindungen bleiben, denn ein Konto darf mehrere über sich haben.',
  },
  i18n_names: { says: 'Der Name hat Buchstaben außerhalb von ASCII.', done: 'Er bleibt wörtlich.' },
  xml_escapes: {
    says: 'Name oder Beschreibung enthält Auszeichnungen, Tabulatoren oder Umbrüche.',
    done: 'Sie bleiben wörtlich.',
  },
  long_names: { says: 'Der Name ist länger als 200 Zeichen.', done: 'Er bleibt ganz.' },
  misleading_user_name: {
    says: 'Ein Benutzername mit Zeichen, die niemand sieht oder die ASCII-Buchstaben gleichen, sieht aus wie ein anderer.',
    done: invalid,
  },
  multi_account_user: {
    says: 'Die Person ist Mitglied mehrerer Konten.',
    done: 'Eine Person mit mehreren Mitgliedschaften.',
  },
  shared_user: {
    says: 'Mehrere Menschen benutzen denselben Zugang.',
    done: 'Er bleibt eine Person und ist als gemeinsam markiert.',
  },
  no_email: {
    says: 'Die Person hat keine E-Mail-Adresse.',
    done: 'Sie kommt ohne herein und kann weder eingeladen noch angeschrieben werden.',
  },
  email_case: {
    says: 'E-Mail-Adressen von Personen unterscheiden sich nur durch Großschreibung.',
    done: separate,
  },
  duplicate_email: { says: 'Mehrere Personen haben dieselbe E-Mail-Adresse.', done: separate },
  bad_email: { says: 'Die E-Mail-Adresse ist keine.', done: 'Sie bleibt wörtlich.' },
  odd_ids: {
    says: 'Die Kennung hat Leerzeichen, Zeichen oder Buchstaben außerhalb von ASCII.',
    done: 'Sie bleibt wörtlich und wird Byte für Byte verglichen.',
  },
  long_ids: { says: 'Die Kennung ist länger als 190 Zeichen.', done: 'Sie bleibt ganz.' },
  transferred: {
    says: 'Die Position kam von einer anderen, die in der Quelle umbenannt weiterbesteht.',
    done: 'Zwei Positionen mit der Herkunft Übertragung; beide Kennungen führen ans Ziel.',
  },
  partial_transfer: {
    says: 'Ein Teil einer noch gültigen Position wurde übertragen.',
    done: 'Zwei Positionen mit der Herkunft Übertragung; jede behält ihre Menge.',
  },
  partial_split: {
    says: 'Ein Teil einer Position wurde abgeteilt.',
    done: 'Zwei Positionen mit der Herkunft Teilung; jede behält ihre Menge.',
  },
  renewal_parent: {
    says: 'Die Verlängerung beginnt, bevor die verlängerte Position endet.',
    done: 'Von ihrem ersten Tag an gilt die Verlängerung; die Mengen werden nicht addiert.',
  },
  renewal_gap: { says: 'Zwischen einer Laufzeit und ihrer Verlängerung liegen Tage ohne Recht.', done: kept },
  parallel_renewal: {
    says: 'Eine Verlängerung läuft zugleich mit einer anderen derselben Position.',
    done: 'Sie bleibt eine eigene Position, damit keine Menge eine andere verdeckt.',
  },
  separate_renewal: {
    says: 'Eine Verlängerung weicht in Konto, Zustand, Produkt oder Einheit ab, oder ihre Tage sind nicht bekannt.',
    done: 'Sie bleibt eine eigene Position mit der Herkunft Verlängerung.',
  },
  perpetual_with_end_date: {
    says: 'Als unbefristet markiert und doch mit Ablaufdatum.',
    done: 'Unbefristet; das Datum fällt weg.',
  },
  perpetual_no_flag: { says: 'Weder Markierung noch Ablaufdatum noch Laufzeit.', done: 'Unbefristet.' },
  sentinel_date: {
    says: 'Ein letzter Tag im Jahr 2500 oder später oder eine Laufzeit, die dann endet.',
    done: 'Unbefristet.',
  },
  term_without_date: {
    says: 'Die Laufzeit beginnt mit der ersten Aktivierung.',
    done: 'Sie beginnt mit der frühesten gültigen Aktivierung; ohne eine wartet sie darauf.',
  },
  line_time_zone: {
    says: 'Die Position nennt eine Zeitzone.',
    done: 'Sie bleibt als Notiz; Tage verschieben sich nicht.',
  },
  obsolete_live: {
    says: 'Die Position ist veraltet und hat gültige Aktivierungen.',
    done: 'Zurückgezogen; die Aktivierungen bleiben und zählen als genutzt.',
  },
  over_fulfilled: {
    says: 'Mehr Kopien sind in Nutzung, als mit Überziehung gewährt sind.',
    done: 'Es bleibt; was zu viel ist, wird Überschreitung.',
  },
  in_overdraft: {
    says: 'Mehr Kopien sind in Nutzung, als gewährt sind, aber innerhalb der Überziehung.',
    done: kept,
  },
  fulfilled_mismatch: {
    says: 'Die Summe der Quelle für Kopien in Nutzung weicht von den Aktivierungen ab.',
    done: 'Die Aktivierungen zählen.',
  },
  negative_counts: {
    says: 'Die Zahl der Kopien ist negativ.',
    done: 'Die Menge ist unbekannt; die Zahl bleibt als Notiz.',
  },
  test_draft: {
    says: 'Die Berechtigung oder Position ist ein Test oder ein Entwurf.',
    done: 'Sie kommt mit dieser Entscheidung herein und gewährt nichts.',
  },
  missing_unit: { says: 'Weder Einheit noch Lizenzmodell.', done: unknownUnit },
  undecided_unit: { says: 'Der Text der Einheit sagt nicht, welche es ist.', done: unknownUnit },
  unit_from_model: {
    says: 'Keine Einheit, aber ein Lizenzmodell, dessen Name oder andere Positionen sie nennen.',
    done: 'Diese Einheit gilt.',
  },
  meter_scale: {
    says: 'Texte und Faktor eines Zählers passen nicht zusammen.',
    done: 'Die Einheit bleibt unbekannt; die rohen Zahlen bleiben.',
  },
  zero_count: { says: 'Eine Aktivierung von null Kopien.', done: 'Sie fällt weg: Sie nutzt nichts.' },
  no_host: {
    says: 'Eine Aktivierung, die kein Gerät nennt.',
    done: 'Ein Gerät entsteht unter der Kennung der Aktivierung.',
  },
  dangling_maintenance: {
    says: 'Eine Wartung nennt eine Position, die die Quelle nicht hat.',
    done: 'Die Verbindung fällt weg.',
  },
  orphan_maintenance: { says: 'Eine Wartung gilt für keine Position.', done: 'Eine Leistung, die für nichts gilt.' },
  cross_maintenance: {
    says: 'Eine Wartung gilt für eine Position einer anderen Berechtigung.',
    done: 'Die Leistung reicht über Berechtigungen hinweg.',
  },
  renamed_product: {
    says: 'Produkte mit verschiedenen Namen werden unter einer Artikelnummer verkauft.',
    done: 'Beide Produkte bleiben; nichts wird zusammengelegt.',
  },
  renamed_lines: {
    says: 'Positionen unter einer Artikelnummer nennen verschiedene Produkte oder ein anderes als die Artikelnummer.',
    done: 'Jede Position behält das Produkt, das ihre Zeile nennt.',
  },
  maintenance_enum: {
    says: 'Die Art des Produkts ist MAINTENANCE; die Schnittstelle des älteren Systems schreibt sie MAINTENENACE.',
    done: 'Beides gilt.',
  },
  other_product_line: {
    says: 'Die Position nennt eine andere Produktlinie als ihr Produkt.',
    done: 'Die der Position bleibt.',
  },
  no_product_line: {
    says: 'Das Produkt gehört zu keiner Produktlinie.',
    done: 'Es kommt in die Produktlinie UNASSIGNED.',
  },
}
