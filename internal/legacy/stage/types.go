package stage

import (
	"database/sql"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Ref is the position of a record among the valid records of its kind, counted from 1 without gaps, in an order that
// is always the same for the same source. 0 means no record. Refs of different sources, or of a changed
// source, are not comparable; keys are.
type Ref int64

// Day is a calendar day or none.
type Day = sql.Null[day.Day]

// Instant is a moment or none.
type Instant = sql.Null[clock.Instant]

// Head has the fields of every record.
type Head struct {
	Ref Ref
	// Digest covers all values of the record, so that two stages can be compared without their contents. If the
	// meaning of a record depends on others (the activations of a line), it also covers the values taken from them.
	Digest uint64
	File   string
	Line   int64
}

// ProductLine is a group of products, named by products, lines or meters.
type ProductLine struct {
	Head
	Name string
}

// Unit is a unit of measure that the source uses.
type Unit struct {
	Head
	Code string // of the catalog of units; UNKNOWN for lines without a unit
	// Currency is the ISO 4217 code for money, or "". Units of one code and different currencies are different units.
	Currency string
}

// LicenseModel is a way of licensing.
type LicenseModel struct {
	Head
	Name       string
	Technology string
	Metered    bool
	Activation vocabulary.ActivationModel // derived from the name
	Unit       string                     // from the name or from other lines; UNKNOWN if neither determines it
}

// Product is a product in one version.
type Product struct {
	Head
	Name, Version   string
	Kind            vocabulary.ProductKind
	State           vocabulary.CatalogState
	Description     string
	ProductLine     Ref // UNASSIGNED if the source names none
	LicenseModel    Ref // 0 if the source names none
	FirstDay        Day // on sale
	LastDay         Day
	CreatedAt       Instant
	ProductLineName string
	LicenseModelID  string
}

// SuiteMember says that a suite contains a product Quantity times.
type SuiteMember struct {
	Head
	Suite, Member             Ref // products
	SuiteName, SuiteVersion   string
	MemberName, MemberVersion string
	Quantity                  int64
}

// PartNumber is an order-side code.
type PartNumber struct {
	Head
	ID             string
	Description    string
	Product        Ref // 0 if the source names none
	LicenseModel   Ref // 0 if the source names none
	ProductName    string
	ProductVersion string
	LicenseModelID string
}

// Account is an organization. Parents come before the accounts below them.
type Account struct {
	Head
	ID, Name                                          string
	Kind                                              vocabulary.AccountKind
	Description                                       string
	Address, City, State, PostalCode, Country, Region string
	Visible                                           bool
	CRMID                                             string // "" if none
	CreatedAt                                         Instant
	ModifiedAt                                        Instant
}

// AccountLink puts one account below another.
type AccountLink struct {
	Head
	Parent, Child     Ref
	ParentID, ChildID string
}

// User is a person, or a mailbox that several people share.
type User struct {
	Head
	UserName                                string
	Email                                   string // "" if none
	FirstName, LastName, DisplayName, Phone string
	Active, CanLogIn, Shared                bool
	Locale, TimeZone                        string
	CreatedAt, ModifiedAt, LastLoginAt      Instant
}

// Membership is a user in an account.
type Membership struct {
	Head
	User, Account       Ref
	UserName, AccountID string
	Roles               vocabulary.RoleSet
	LastDay             Day // inclusive; none is without end
}

// Entitlement is the header of what an account was granted.
type Entitlement struct {
	Head
	ID               string
	Account          Ref
	AccountID        string
	Description      string
	Decision         vocabulary.Decision // "" if none
	ChannelPartner   Ref                 // an account; 0 if none
	ChannelPartnerID string
	ShipToEmail      string
	OrderReference   string
	PortalLogin      bool
	CreatedBy        string
	CreatedAt        Instant
	ModifiedAt       Instant
}

// LineItem is an enduring countable right: one line of the source, or a line with the renewals folded into it.
type LineItem struct {
	Head
	ID              string // activation id of the root, the first of Periods
	Account         Ref
	AccountID       string
	Entitlement     Ref // of the root
	EntitlementID   string
	Product         Ref
	ProductName     string
	ProductVersion  string
	ProductLine     Ref
	ProductLineName string
	Unit            string // code of the catalog of units; UNKNOWN if the source tells none
	Currency        string // for money, or ""
	Used            int64  // whole units in use: live fulfillments and consumed add-ons of all periods
	// From is the line that this one follows, if it stays a separate line.
	From Predecessor
	// Periods has at least one element, ordered by ordinal. If two contain a day, the later ordinal is in force.
	Periods []Period
}

// Predecessor is the line that another one follows.
type Predecessor struct {
	// Reason is "" if there is no predecessor.
	Reason vocabulary.LineageReason
	// ActivationID is the legacy line, which may be any period of Line.
	ActivationID string
	// Line is the line with that legacy line; 0 if the source does not have the legacy line, or only an invalid one.
	Line Ref
	// LineID is the activation id of the root of Line.
	LineID string
}

// Period is one legacy line: how many, from when to when, on which terms.
type Period struct {
	Ordinal       int    // from 1
	ActivationID  string // of the legacy line
	Entitlement   Ref    // the legacy line's own header
	EntitlementID string
	File          string
	Line          int64

	// Quantity is in whole units of the line; not Valid if the source's number is negative.
	Quantity       sql.Null[int64]
	LegacyQuantity int64
	Overdraft      int64 // in whole units
	FirstDay       Day   // none: starts with the first activation, which has not happened, or has always been in force
	LastDay        Day   // inclusive; none with Perpetual is without end, none without it is not yet known
	Perpetual      bool
	Term           vocabulary.Term
	StartRule      vocabulary.StartRule
	TermLength     int64               // 0 if none
	TermUnit       vocabulary.TermUnit // "" if none
	Decision       vocabulary.Decision // of the legacy line itself; "" if none

	PartNumber     Ref // 0 if none
	PartNumberID   string
	LicenseModel   Ref // 0 if none
	LicenseModelID string

	OrderID, OrderLine string
	TimeZone           string // a note: days are not shifted by it
	Used               int64  // whole units in use on this legacy line
	// FromID and FromReason are the legacy line that this one renews; "" for the first period.
	FromID     string
	FromReason vocabulary.LineageReason
	CreatedAt  Instant
	ModifiedAt Instant
}

// Coverage is a dated interval of maintenance.
type Coverage struct {
	Head
	ID                          string // activation id of the maintenance line
	Account                     Ref
	AccountID                   string
	Entitlement                 Ref
	EntitlementID               string
	Kind                        vocabulary.CoverageKind
	Level                       string // STANDARD, PREMIUM, … as the product's name tells; "" if it does not
	Product                     Ref
	ProductName, ProductVersion string
	ProductLine                 Ref // of the product
	ProductLineName             string
	PartNumber                  Ref // 0 if none
	PartNumberID                string
	FirstDay                    Day
	LastDay                     Day // inclusive; none with Perpetual is without end
	Perpetual                   bool
	Decision                    vocabulary.Decision // "" if none
	OrderID, OrderLine          string
	CreatedAt                   Instant
	ModifiedAt                  Instant
	Items                       []CoverageItem
}

// CoverageItem is a line that a coverage covers, whole.
type CoverageItem struct {
	Line   Ref
	LineID string // activation id of the root
	// ActivationIDs are the legacy lines that the source names; all of them are periods of Line.
	ActivationIDs []string
}

// LicenseServer is a server that holds rights for other devices.
type LicenseServer struct {
	Head
	ID          string // device id
	IDType      string
	Name        string
	Deployment  vocabulary.Deployment
	Account     Ref
	AccountID   string
	Status      vocabulary.DeviceStatus
	MachineType string
	ModifiedAt  Instant
	LastSyncAt  Instant
}

// Device is the machine of an activation.
type Device struct {
	Head
	// ID is the device id of the source; "" for a host without a record in the source.
	ID           string
	Kind         vocabulary.DeviceKind
	Fingerprint  string // device id or host; unique within the account
	IDType       string
	Name         string
	Account      Ref
	AccountID    string
	Status       vocabulary.DeviceStatus
	Server       Ref // license server that serves it; 0 if none
	ServerID     string
	MachineType  string
	UserString   string
	ServedStatus string
	ModifiedAt   Instant
	LastSyncAt   Instant
}

// Allocation is what a license server holds of a line.
type Allocation struct {
	Head
	Server       Ref
	ServerID     string
	LineItem     Ref
	LineItemID   string // activation id of the root
	ActivationID string // of the legacy line
	Account      Ref    // of the line
	AccountID    string
	Requested    int64
	Consumed     int64 // counts as used
	Generated    int64
	State        string // license state of the source, verbatim
	LastDay      Day
}

// Activation is a count of a line in use on a device, or one that was returned.
type Activation struct {
	Head
	// ID is the fulfillment id, or device id and activation id of an add-on joined by " / ".
	ID                string
	Source            legacy.Kind // Fulfillments or DeviceAddons
	LineItem          Ref
	LineItemID        string // activation id of the root
	ActivationID      string // of the legacy line, which is the period it was made under
	Account           Ref    // of the line
	AccountID         string
	Device            Ref // 0 if the source names neither device nor host
	DeviceFingerprint string
	Count             int64
	Overdraft         int64 // part of Count that came from the overdraft, as the source says
	Live              bool  // false: returned, history only
	FirstDay          Day
	LastDay           Day // inclusive
	Perpetual         bool
	ActivatedAt       Instant
	// ReturnedOn is the day of the last change of an activation that is not live.
	ReturnedOn Day
	State      string // of the source, verbatim
	Action     string // of the source, verbatim
	Origin     string // ONLINE or APPLICATION, verbatim
}

// Meter is something that is measured for a product line.
type Meter struct {
	Head
	ProductLine     Ref
	ProductLineName string
	Code            string // of the source, verbatim
	Name            string
	Unit            string // code of the catalog of units
	Currency        string // for money, or ""
}

// Usage is the measured use of an account in a period, in base units of the meter's unit.
type Usage struct {
	Head
	Meter             Ref
	MeterCode         string
	ProductLineName   string
	Unit              string
	Currency          string
	Account           Ref
	AccountID         string
	Entitled          int64   // base units
	UsedNumerator     int64   // base units, over Denominator
	OverNumerator     int64   // base units, over Denominator
	Denominator       int64   // positive
	FirstDay, LastDay day.Day // both inclusive
	// Scale is the scale in the source: raw numbers divided by it are scaled numbers.
	Scale int64
}
