package legacy

// Rule is the stable name of a rule for findings.
type Rule string

// Rules about the form of a source.
const (
	MissingFile           Rule = "missing_file"
	UnreadableFile        Rule = "unreadable_file"
	EmptyFile             Rule = "empty_file"
	MissingColumn         Rule = "missing_column"
	MissingOptionalColumn Rule = "missing_optional_column"
	UnknownColumn         Rule = "unknown_column"
	DuplicateColumn       Rule = "duplicate_column"
	WrongFieldCount       Rule = "wrong_field_count"
	BadQuoting            Rule = "bad_quoting"
	InvalidUTF8           Rule = "invalid_utf8"
	OversizeRow           Rule = "oversize_row"
	WrongSeparator        Rule = "wrong_separator"
	WrongEncoding         Rule = "wrong_encoding"
)

// Rules about the values of a row.
const (
	EmptyKey         Rule = "empty_key"
	EmptyValue       Rule = "empty_value"
	OversizeValue    Rule = "oversize_value"
	BadCharacter     Rule = "bad_character"
	BadDay           Rule = "bad_day"
	BadTime          Rule = "bad_time"
	BadNumber        Rule = "bad_number"
	BadFlag          Rule = "bad_flag"
	UnknownWord      Rule = "unknown_word"
	HiddenCharacters Rule = "hidden_characters"
	DayOrder         Rule = "day_order"
)

// Rules about several rows of a source.
const (
	DuplicateKey          Rule = "duplicate_key"
	RepeatedRow           Rule = "repeated_row"
	SameActivationID      Rule = "same_activation_id"
	UnknownReference      Rule = "unknown_reference"
	DependsOnInvalid      Rule = "depends_on_invalid"
	AccountCircle         Rule = "account_circle"
	LineCircle            Rule = "line_circle"
	SuiteCircle           Rule = "suite_circle"
	UnknownPredecessor    Rule = "unknown_predecessor"
	SeveralPredecessors   Rule = "several_predecessors"
	UnknownChannelPartner Rule = "unknown_channel_partner"
	UnknownServer         Rule = "unknown_server"
)

// Rules about accounts and users.
const (
	DupAccountName     Rule = "dup_account_name"
	TwoParents         Rule = "two_parents"
	I18nNames          Rule = "i18n_names"
	XMLEscapes         Rule = "xml_escapes"
	LongNames          Rule = "long_names"
	MisleadingUserName Rule = "misleading_user_name"
	MultiAccountUser   Rule = "multi_account_user"
	SharedUser         Rule = "shared_user"
	NoEmail            Rule = "no_email"
	EmailCase          Rule = "email_case"
	BadEmail           Rule = "bad_email"
	DuplicateEmail     Rule = "duplicate_email"
)

// Rules about ids, lineage and renewals.
const (
	OddIDs          Rule = "odd_ids"
	LongIDs         Rule = "long_ids"
	Transferred     Rule = "transferred"
	PartialTransfer Rule = "partial_transfer"
	PartialSplit    Rule = "partial_split"
	RenewalParent   Rule = "renewal_parent"
	RenewalGap      Rule = "renewal_gap"
	ParallelRenewal Rule = "parallel_renewal"
	SeparateRenewal Rule = "separate_renewal"
)

// Rules about days.
const (
	PerpetualWithEndDate Rule = "perpetual_with_end_date"
	PerpetualNoFlag      Rule = "perpetual_no_flag"
	SentinelDate         Rule = "sentinel_date"
	TermWithoutDate      Rule = "term_without_date"
	LineTimeZone         Rule = "line_time_zone"
)

// Rules about states and counts.
const (
	ObsoleteLive      Rule = "obsolete_live"
	OverFulfilled     Rule = "over_fulfilled"
	InOverdraft       Rule = "in_overdraft"
	FulfilledMismatch Rule = "fulfilled_mismatch"
	NegativeCounts    Rule = "negative_counts"
	TestDraft         Rule = "test_draft"
	MissingUnit       Rule = "missing_unit"
	UndecidedUnit     Rule = "undecided_unit"
	MeterScale        Rule = "meter_scale"
	UnitFromModel     Rule = "unit_from_model"
	ZeroCount         Rule = "zero_count"
	NoHost            Rule = "no_host"
)

// Rules about maintenance and the catalog.
const (
	DanglingMaintenance Rule = "dangling_maintenance"
	OrphanMaintenance   Rule = "orphan_maintenance"
	CrossMaintenance    Rule = "cross_maintenance"
	RenamedProduct      Rule = "renamed_product"
	RenamedLines        Rule = "renamed_lines"
	MaintenanceEnum     Rule = "maintenance_enum"
	OtherProductLine    Rule = "other_product_line"
	NoProductLine       Rule = "no_product_line"
)
