package legacy

// RuleInfo describes a rule.
type RuleInfo struct {
	Rule     Rule
	Severity Severity
	// Says is what the rule states about a record.
	Says string
	// Done is what the import does with such a record.
	Done string
}

// RuleInfos lists every rule, in the order of the documentation.
func RuleInfos() []RuleInfo {
	return []RuleInfo{
		{MissingFile, Error, "a file of the bundle is not there", "the kind is taken as empty"},
		{UnreadableFile, Error, "the file cannot be read to its end: no permission, damaged compression",
			"rows before the fault are staged"},
		{WrongEncoding, Error, "the file is no text in UTF-8: UTF-16, a workbook, compressed without .gz in its name",
			"the file is not read"},
		{WrongSeparator, Error, "the headings are separated by semicolons, tabs or bars instead of commas",
			"the file is not read"},
		{EmptyFile, Error, "the file has no heading line", "the kind is taken as empty"},
		{MissingColumn, Error, "a needed column is not in the heading", "the file is not read"},
		{MissingOptionalColumn, Info, "a column that may be absent is not in the heading", "its values are empty"},
		{UnknownColumn, Info, "the heading names a column that is not known", "it is passed over"},
		{DuplicateColumn, Error, "the heading names a column twice", "the file is not read"},
		{WrongFieldCount, Error, "a row has more or fewer values than the heading", "the row is invalid"},
		{BadQuoting, Error, "a quotation mark stands where none may", "the row is invalid"},
		{InvalidUTF8, Error, "the row holds bytes that are not UTF-8", "the row is invalid"},
		{OversizeRow, Error, "a row is longer than 8 MiB, as after a quotation mark that is never closed",
			"the rest of the file is not read"},

		{EmptyKey, Error, "the key of the row is empty, or has only characters that nobody sees",
			"the row is invalid"},
		{EmptyValue, Error, "a value that must be there is empty", "the row is invalid"},
		{OversizeValue, Error, "a key is longer than 1,024 bytes, or a text than 65,536", "the row is invalid"},
		{BadCharacter, Error, "a text holds the character NUL, which no database keeps", "the row is invalid"},
		{HiddenCharacters, Warning, "a text holds characters that nobody sees or that turn the direction of text",
			"they are left out, so that a name is what people see; an id is kept as it is"},
		{BadDay, Error, "a value is no calendar day (YYYY-MM-DD)", "the row is invalid"},
		{BadTime, Warning, "a value is no time (RFC 3339)", "the value is left empty"},
		{BadNumber, Error, "a value is no number, is out of range, or is negative where that makes no sense",
			"the row is invalid"},
		{BadFlag, Error, "a value is none of 1, 0, true, false", "the row is invalid"},
		{UnknownWord, Error, "a word is not in the list of its column", "the row is invalid"},
		{DayOrder, Error, "the last day lies before the first", "the row is invalid"},

		{DuplicateKey, Error, "two rows with different values have the same key",
			"the first row stands, later ones are invalid"},
		{RepeatedRow, Warning, "a row is there twice, with the same values", "it is taken once"},
		{SameActivationID, Error,
			"the activation id differs from another by letter case or by the encoding of letters only",
			"the first row stands, later ones are invalid"},
		{UnknownReference, Error, "the row refers to a record that the source does not have", "the row is invalid"},
		{DependsOnInvalid, Error, "the row refers to a record that is invalid", "the row is invalid too"},
		{AccountCircle, Error, "accounts are above each other in a circle", "the links of the circle are invalid"},
		{LineCircle, Error, "line items follow each other in a circle", "the line items of the circle are invalid"},
		{SuiteCircle, Error, "a suite holds itself", "the row is invalid"},
		{UnknownPredecessor, Warning, "the line item that this one follows is not in the source, or is invalid",
			"lineage keeps the id as a label"},
		{SeveralPredecessors, Info, "the line item names more than one line that it follows",
			"transfer goes before split, split before parent"},
		{UnknownChannelPartner, Warning, "the channel partner is not among the accounts, or is invalid",
			"imported without channel partner"},
		{UnknownServer, Warning, "the device that serves this one is not in the source, is invalid, or is no server",
			"imported without license server"},

		{DupAccountName, Warning,
			"accounts share a name, exactly or but for letter case, blanks at the end or composition of letters",
			"they stay separate: accounts are joined by id only"},
		{TwoParents, Info, "the account lies below several accounts", "all links are kept: accounts form a graph"},
		{I18nNames, Info, "the name has letters beyond ASCII", "kept verbatim"},
		{XMLEscapes, Info, "name or description holds markup, tabs or line breaks", "kept verbatim"},
		{LongNames, Info, "the name is longer than 200 characters", "kept whole"},
		{MisleadingUserName, Error,
			"a user name with characters that nobody sees, or that are taken for ASCII letters, looks like that of " +
				"another user", "the row is invalid"},
		{MultiAccountUser, Info, "the user is a member of several accounts", "one user, several memberships"},
		{SharedUser, Warning, "the user is shared by several people", "kept as one user and marked shared"},
		{NoEmail, Warning, "the user has no e-mail address",
			"imported without; cannot be invited or notified by mail"},
		{EmailCase, Warning, "users have e-mail addresses that differ by letter case only",
			"they stay separate users"},
		{DuplicateEmail, Info, "users have the same e-mail address", "they stay separate users"},
		{BadEmail, Warning, "the e-mail address is malformed", "kept verbatim"},

		{OddIDs, Info, "the id has blanks, signs or letters beyond ASCII", "kept verbatim and compared byte by byte"},
		{LongIDs, Info, "the id is longer than 190 characters", "kept whole"},
		{Transferred, Info, "the line item was moved from another, which the source keeps under a renamed id",
			"two lines with lineage TRANSFER; both ids resolve"},
		{PartialTransfer, Info, "a part of a line item that is still live was moved",
			"two lines with lineage TRANSFER; each keeps its count"},
		{PartialSplit, Info, "a part of a line item was split off",
			"two lines with lineage SPLIT; each keeps its count"},
		{RenewalParent, Info, "the renewal begins before the line item it renews has ended",
			"from its first day the renewal is in force; the counts are not added"},
		{RenewalGap, Warning, "days between a term and its renewal are not covered", "kept as it is"},
		{ParallelRenewal, Warning, "a renewal runs at the same time as another one of the same line item",
			"it stays a line of its own, so that no count hides another"},
		{SeparateRenewal, Info,
			"a renewal differs from the line item it renews in account, state, product, unit, or its days are not " +
				"known",
			"it stays a line of its own with lineage RENEWAL"},

		{PerpetualWithEndDate, Warning, "perpetual by its flag, and yet with an expiration date",
			"perpetual; the date is dropped"},
		{PerpetualNoFlag, Warning, "neither flag nor expiration date nor term", "perpetual"},
		{SentinelDate, Warning, "a last day in 2500 or later, or a term that ends then", "perpetual"},
		{TermWithoutDate, Info, "the term begins with the first activation",
			"first day of the earliest live activation; without one, awaiting activation"},
		{LineTimeZone, Info, "the line item names a time zone", "kept as a note; days are not shifted"},

		{ObsoleteLive, Warning, "the line item is obsolete and has live activations",
			"withdrawn; the activations are kept and count as used"},
		{OverFulfilled, Warning, "more copies are in use than were granted with overdraft",
			"kept; the surplus becomes excess"},
		{InOverdraft, Info, "more copies are in use than were granted, inside the overdraft", "kept"},
		{FulfilledMismatch, Info, "the source's sum of copies in use differs from its activations",
			"the activations count"},
		{NegativeCounts, Warning, "the number of copies is negative",
			"quantity unknown; the number is kept as a note"},
		{TestDraft, Info, "the entitlement or line item is a test or a draft",
			"imported with that decision; it grants nothing"},
		{MissingUnit, Warning, "no unit of measure and no license model", "unit UNKNOWN until an operator decides"},
		{UndecidedUnit, Warning, "the text of the unit does not say which unit it is",
			"unit UNKNOWN until an operator decides"},
		{UnitFromModel, Info,
			"no unit of measure, but a license model whose other lines agree on one, or whose name tells it",
			"that unit"},
		{MeterScale, Warning, "the texts and the scale of a meter do not belong together",
			"unit UNKNOWN; raw numbers are kept"},
		{ZeroCount, Info, "an activation of no copies", "left out: it uses nothing"},
		{NoHost, Info, "an activation that names no host", "a device is made under the activation's own id"},

		{DanglingMaintenance, Warning, "maintenance names a line item that the source does not have",
			"the link is left out"},
		{OrphanMaintenance, Warning, "maintenance covers no line item", "a coverage without items"},
		{CrossMaintenance, Info, "maintenance covers a line item of another entitlement", "coverage crosses headers"},
		{RenamedProduct, Warning, "products of different names are sold under one part number",
			"both products are kept; nothing is merged"},
		{RenamedLines, Warning,
			"line items under one part number name different products, or another than the part number does",
			"each line keeps the product that its row names"},
		{MaintenanceEnum, Info,
			"the product type is MAINTENANCE, which the older system's own interface spells MAINTENENACE",
			"both spellings are accepted"},
		{OtherProductLine, Warning, "the line item names another product line than its product",
			"the line item's own is kept"},
		{NoProductLine, Warning, "the product belongs to no product line", "put into the product line UNASSIGNED"},
	}
}

// Severities returns the severity of every rule.
func Severities() map[Rule]Severity {
	m := map[Rule]Severity{}
	for _, info := range RuleInfos() {
		m[info.Rule] = info.Severity
	}
	return m
}
