// Package model holds the objects of the contract: rows of the data model that know which rows they were fetched
// with. The types without a node of their own are generated from the contract.
package model

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/level"
)

// ProductLine is a product line with the rows it was fetched with.
type ProductLine struct {
	*ent.ProductLine
	level.Place[*ProductLine]
}

// ProductLines makes one level of rows; none of them may be nil.
func ProductLines(rows []*ent.ProductLine) []*ProductLine {
	out, all := make([]*ProductLine, len(rows)), make([]ProductLine, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = ProductLine{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Product is a product with the rows it was fetched with.
type Product struct {
	*ent.Product
	level.Place[*Product]
}

// Products makes one level of rows; none of them may be nil.
func Products(rows []*ent.Product) []*Product {
	out, all := make([]*Product, len(rows)), make([]Product, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Product{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// SuiteMember is a suite member with the rows it was fetched with.
type SuiteMember struct {
	*ent.SuiteMember
	level.Place[*SuiteMember]
}

// SuiteMembers makes one level of rows; none of them may be nil.
func SuiteMembers(rows []*ent.SuiteMember) []*SuiteMember {
	out, all := make([]*SuiteMember, len(rows)), make([]SuiteMember, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = SuiteMember{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// ProductFeature is a product feature with the rows it was fetched with.
type ProductFeature struct {
	*ent.ProductFeature
	level.Place[*ProductFeature]
}

// ProductFeatures makes one level of rows; none of them may be nil.
func ProductFeatures(rows []*ent.ProductFeature) []*ProductFeature {
	out, all := make([]*ProductFeature, len(rows)), make([]ProductFeature, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = ProductFeature{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Feature is a feature with the rows it was fetched with.
type Feature struct {
	*ent.Feature
	level.Place[*Feature]
}

// Features makes one level of rows; none of them may be nil.
func Features(rows []*ent.Feature) []*Feature {
	out, all := make([]*Feature, len(rows)), make([]Feature, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Feature{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// PartNumber is a part number with the rows it was fetched with.
type PartNumber struct {
	*ent.PartNumber
	level.Place[*PartNumber]
}

// PartNumbers makes one level of rows; none of them may be nil.
func PartNumbers(rows []*ent.PartNumber) []*PartNumber {
	out, all := make([]*PartNumber, len(rows)), make([]PartNumber, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = PartNumber{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// ListPrice is a list price with the rows it was fetched with.
type ListPrice struct {
	*ent.ListPrice
	level.Place[*ListPrice]
}

// ListPrices makes one level of rows; none of them may be nil.
func ListPrices(rows []*ent.ListPrice) []*ListPrice {
	out, all := make([]*ListPrice, len(rows)), make([]ListPrice, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = ListPrice{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// LicenseModel is a license model with the rows it was fetched with.
type LicenseModel struct {
	*ent.LicenseModel
	level.Place[*LicenseModel]
}

// LicenseModels makes one level of rows; none of them may be nil.
func LicenseModels(rows []*ent.LicenseModel) []*LicenseModel {
	out, all := make([]*LicenseModel, len(rows)), make([]LicenseModel, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = LicenseModel{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// LicenseModelVersion is a license model version with the rows it was fetched with.
type LicenseModelVersion struct {
	*ent.LicenseModelVersion
	level.Place[*LicenseModelVersion]
}

// LicenseModelVersions makes one level of rows; none of them may be nil.
func LicenseModelVersions(rows []*ent.LicenseModelVersion) []*LicenseModelVersion {
	out, all := make([]*LicenseModelVersion, len(rows)), make([]LicenseModelVersion, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = LicenseModelVersion{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// UnitOfMeasure is an unit of measure with the rows it was fetched with.
type UnitOfMeasure struct {
	*ent.UnitOfMeasure
	level.Place[*UnitOfMeasure]
}

// UnitsOfMeasure makes one level of rows; none of them may be nil.
func UnitsOfMeasure(rows []*ent.UnitOfMeasure) []*UnitOfMeasure {
	out, all := make([]*UnitOfMeasure, len(rows)), make([]UnitOfMeasure, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = UnitOfMeasure{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// CoverageLevel is a coverage level with the rows it was fetched with.
type CoverageLevel struct {
	*ent.CoverageLevel
	level.Place[*CoverageLevel]
}

// CoverageLevels makes one level of rows; none of them may be nil.
func CoverageLevels(rows []*ent.CoverageLevel) []*CoverageLevel {
	out, all := make([]*CoverageLevel, len(rows)), make([]CoverageLevel, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = CoverageLevel{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Account is an account with the rows it was fetched with.
type Account struct {
	*ent.Account
	level.Place[*Account]
}

// Accounts makes one level of rows; none of them may be nil.
func Accounts(rows []*ent.Account) []*Account {
	out, all := make([]*Account, len(rows)), make([]Account, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Account{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// User is an user with the rows it was fetched with.
type User struct {
	*ent.User
	level.Place[*User]
}

// Users makes one level of rows; none of them may be nil.
func Users(rows []*ent.User) []*User {
	out, all := make([]*User, len(rows)), make([]User, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = User{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Membership is a membership with the rows it was fetched with.
type Membership struct {
	*ent.Membership
	level.Place[*Membership]
}

// Memberships makes one level of rows; none of them may be nil.
func Memberships(rows []*ent.Membership) []*Membership {
	out, all := make([]*Membership, len(rows)), make([]Membership, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Membership{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Entitlement is an entitlement with the rows it was fetched with.
type Entitlement struct {
	*ent.Entitlement
	level.Place[*Entitlement]
}

// Entitlements makes one level of rows; none of them may be nil.
func Entitlements(rows []*ent.Entitlement) []*Entitlement {
	out, all := make([]*Entitlement, len(rows)), make([]Entitlement, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Entitlement{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// LineItem is a line item with the rows it was fetched with.
type LineItem struct {
	*ent.LineItem
	level.Place[*LineItem]
}

// LineItems makes one level of rows; none of them may be nil.
func LineItems(rows []*ent.LineItem) []*LineItem {
	out, all := make([]*LineItem, len(rows)), make([]LineItem, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = LineItem{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Period is a period with the rows it was fetched with.
type Period struct {
	*ent.Period
	level.Place[*Period]
}

// Periods makes one level of rows; none of them may be nil.
func Periods(rows []*ent.Period) []*Period {
	out, all := make([]*Period, len(rows)), make([]Period, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Period{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// DecisionRecord is a decision record with the rows it was fetched with.
type DecisionRecord struct {
	*ent.Decision
	level.Place[*DecisionRecord]
}

// DecisionRecords makes one level of rows; none of them may be nil.
func DecisionRecords(rows []*ent.Decision) []*DecisionRecord {
	out, all := make([]*DecisionRecord, len(rows)), make([]DecisionRecord, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = DecisionRecord{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// LedgerEntry is a ledger entry with the rows it was fetched with.
type LedgerEntry struct {
	*ent.LedgerEntry
	level.Place[*LedgerEntry]
}

// LedgerEntries makes one level of rows; none of them may be nil.
func LedgerEntries(rows []*ent.LedgerEntry) []*LedgerEntry {
	out, all := make([]*LedgerEntry, len(rows)), make([]LedgerEntry, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = LedgerEntry{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// LineageStep is a lineage step with the rows it was fetched with.
type LineageStep struct {
	*ent.LineageStep
	level.Place[*LineageStep]
}

// LineageSteps makes one level of rows; none of them may be nil.
func LineageSteps(rows []*ent.LineageStep) []*LineageStep {
	out, all := make([]*LineageStep, len(rows)), make([]LineageStep, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = LineageStep{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Coverage is a coverage with the rows it was fetched with.
type Coverage struct {
	*ent.Coverage
	level.Place[*Coverage]
}

// Coverages makes one level of rows; none of them may be nil.
func Coverages(rows []*ent.Coverage) []*Coverage {
	out, all := make([]*Coverage, len(rows)), make([]Coverage, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Coverage{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// CoverageItem is a coverage item with the rows it was fetched with.
type CoverageItem struct {
	*ent.CoverageItem
	level.Place[*CoverageItem]
}

// CoverageItems makes one level of rows; none of them may be nil.
func CoverageItems(rows []*ent.CoverageItem) []*CoverageItem {
	out, all := make([]*CoverageItem, len(rows)), make([]CoverageItem, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = CoverageItem{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Device is a device with the rows it was fetched with.
type Device struct {
	*ent.Device
	level.Place[*Device]
}

// Devices makes one level of rows; none of them may be nil.
func Devices(rows []*ent.Device) []*Device {
	out, all := make([]*Device, len(rows)), make([]Device, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Device{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// LicenseServer is a license server with the rows it was fetched with.
type LicenseServer struct {
	*ent.LicenseServer
	level.Place[*LicenseServer]
}

// LicenseServers makes one level of rows; none of them may be nil.
func LicenseServers(rows []*ent.LicenseServer) []*LicenseServer {
	out, all := make([]*LicenseServer, len(rows)), make([]LicenseServer, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = LicenseServer{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Allocation is an allocation with the rows it was fetched with.
type Allocation struct {
	*ent.Allocation
	level.Place[*Allocation]
}

// Allocations makes one level of rows; none of them may be nil.
func Allocations(rows []*ent.Allocation) []*Allocation {
	out, all := make([]*Allocation, len(rows)), make([]Allocation, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Allocation{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Activation is an activation with the rows it was fetched with.
type Activation struct {
	*ent.Activation
	level.Place[*Activation]
}

// Activations makes one level of rows; none of them may be nil.
func Activations(rows []*ent.Activation) []*Activation {
	out, all := make([]*Activation, len(rows)), make([]Activation, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Activation{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Meter is a meter with the rows it was fetched with.
type Meter struct {
	*ent.Meter
	level.Place[*Meter]
}

// Meters makes one level of rows; none of them may be nil.
func Meters(rows []*ent.Meter) []*Meter {
	out, all := make([]*Meter, len(rows)), make([]Meter, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Meter{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// UsageRecord is an usage record with the rows it was fetched with.
type UsageRecord struct {
	*ent.UsageRecord
	level.Place[*UsageRecord]
}

// UsageRecords makes one level of rows; none of them may be nil.
func UsageRecords(rows []*ent.UsageRecord) []*UsageRecord {
	out, all := make([]*UsageRecord, len(rows)), make([]UsageRecord, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = UsageRecord{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// System is a system with the rows it was fetched with.
type System struct {
	*ent.System
	level.Place[*System]
}

// Systems makes one level of rows; none of them may be nil.
func Systems(rows []*ent.System) []*System {
	out, all := make([]*System, len(rows)), make([]System, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = System{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// ExternalID is an external id with the rows it was fetched with.
type ExternalID struct {
	*ent.ExternalID
	level.Place[*ExternalID]
}

// ExternalIDs makes one level of rows; none of them may be nil.
func ExternalIDs(rows []*ent.ExternalID) []*ExternalID {
	out, all := make([]*ExternalID, len(rows)), make([]ExternalID, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = ExternalID{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Invitation is an invitation with the rows it was fetched with.
type Invitation struct {
	*ent.Invitation
	level.Place[*Invitation]
}

// Invitations makes one level of rows; none of them may be nil.
func Invitations(rows []*ent.Invitation) []*Invitation {
	out, all := make([]*Invitation, len(rows)), make([]Invitation, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Invitation{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// AccessRequest is a request for access with the rows it was fetched with.
type AccessRequest struct {
	*ent.AccessRequest
	level.Place[*AccessRequest]
}

// AccessRequests makes one level of rows; none of them may be nil.
func AccessRequests(rows []*ent.AccessRequest) []*AccessRequest {
	out, all := make([]*AccessRequest, len(rows)), make([]AccessRequest, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = AccessRequest{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// JoiningDomain is a domain whose people may join with the rows it was fetched with.
type JoiningDomain struct {
	*ent.JoiningDomain
	level.Place[*JoiningDomain]
}

// JoiningDomains makes one level of rows; none of them may be nil.
func JoiningDomains(rows []*ent.JoiningDomain) []*JoiningDomain {
	out, all := make([]*JoiningDomain, len(rows)), make([]JoiningDomain, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = JoiningDomain{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// DomainProof is the proof of a domain with the rows it was fetched with.
type DomainProof struct {
	*ent.DomainProof
	level.Place[*DomainProof]
}

// DomainProofs makes one level of rows; none of them may be nil.
func DomainProofs(rows []*ent.DomainProof) []*DomainProof {
	out, all := make([]*DomainProof, len(rows)), make([]DomainProof, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = DomainProof{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// DirectoryGroup is a group of a directory with the rows it was fetched with.
type DirectoryGroup struct {
	*ent.DirectoryGroup
	level.Place[*DirectoryGroup]
}

// DirectoryGroups makes one level of rows; none of them may be nil.
func DirectoryGroups(rows []*ent.DirectoryGroup) []*DirectoryGroup {
	out, all := make([]*DirectoryGroup, len(rows)), make([]DirectoryGroup, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = DirectoryGroup{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// DirectoryRecord is a record of a directory with the rows it was fetched with.
type DirectoryRecord struct {
	*ent.DirectoryRecord
	level.Place[*DirectoryRecord]
}

// DirectoryRecords makes one level of rows; none of them may be nil.
func DirectoryRecords(rows []*ent.DirectoryRecord) []*DirectoryRecord {
	out, all := make([]*DirectoryRecord, len(rows)), make([]DirectoryRecord, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = DirectoryRecord{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// APIKey is a key with the rows it was fetched with.
type APIKey struct {
	*ent.APIKey
	level.Place[*APIKey]
}

// APIKeys makes one level of rows; none of them may be nil.
func APIKeys(rows []*ent.APIKey) []*APIKey {
	out, all := make([]*APIKey, len(rows)), make([]APIKey, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = APIKey{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Session is a session with the rows it was fetched with.
type Session struct {
	*ent.Session
	level.Place[*Session]
}

// Sessions makes one level of rows; none of them may be nil.
func Sessions(rows []*ent.Session) []*Session {
	out, all := make([]*Session, len(rows)), make([]Session, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = Session{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// AuditEntry is an audit entry with the rows it was fetched with.
type AuditEntry struct {
	*ent.AuditEntry
	level.Place[*AuditEntry]
}

// AuditEntries makes one level of rows; none of them may be nil.
func AuditEntries(rows []*ent.AuditEntry) []*AuditEntry {
	out, all := make([]*AuditEntry, len(rows)), make([]AuditEntry, len(rows))
	group := level.New(out)
	for i, row := range rows {
		all[i] = AuditEntry{row, group.At(i)}
		out[i] = &all[i]
	}
	return out
}

// Node is an object with a global id.
type Node interface{ IsNode() }

// IsNode marks ProductLine as an object with a global id.
func (*ProductLine) IsNode() {}

// IsNode marks Product as an object with a global id.
func (*Product) IsNode() {}

// IsNode marks Feature as an object with a global id.
func (*Feature) IsNode() {}

// IsNode marks PartNumber as an object with a global id.
func (*PartNumber) IsNode() {}

// IsNode marks ListPrice as an object with a global id.
func (*ListPrice) IsNode() {}

// IsNode marks LicenseModel as an object with a global id.
func (*LicenseModel) IsNode() {}

// IsNode marks LicenseModelVersion as an object with a global id.
func (*LicenseModelVersion) IsNode() {}

// IsNode marks UnitOfMeasure as an object with a global id.
func (*UnitOfMeasure) IsNode() {}

// IsNode marks CoverageLevel as an object with a global id.
func (*CoverageLevel) IsNode() {}

// IsNode marks Account as an object with a global id.
func (*Account) IsNode() {}

// IsNode marks User as an object with a global id.
func (*User) IsNode() {}

// IsNode marks Membership as an object with a global id.
func (*Membership) IsNode() {}

// IsNode marks Entitlement as an object with a global id.
func (*Entitlement) IsNode() {}

// IsNode marks LineItem as an object with a global id.
func (*LineItem) IsNode() {}

// IsNode marks Period as an object with a global id.
func (*Period) IsNode() {}

// IsNode marks Coverage as an object with a global id.
func (*Coverage) IsNode() {}

// IsNode marks CoverageItem as an object with a global id.
func (*CoverageItem) IsNode() {}

// IsNode marks Device as an object with a global id.
func (*Device) IsNode() {}

// IsNode marks LicenseServer as an object with a global id.
func (*LicenseServer) IsNode() {}

// IsNode marks Allocation as an object with a global id.
func (*Allocation) IsNode() {}

// IsNode marks Activation as an object with a global id.
func (*Activation) IsNode() {}

// IsNode marks Meter as an object with a global id.
func (*Meter) IsNode() {}

// IsNode marks UsageRecord as an object with a global id.
func (*UsageRecord) IsNode() {}

// IsNode marks System as an object with a global id.
func (*System) IsNode() {}

// IsNode marks Invitation as an object with a global id.
func (*Invitation) IsNode() {}

// IsNode marks AccessRequest as an object with a global id.
func (*AccessRequest) IsNode() {}

// IsNode marks DirectoryGroup as an object with a global id.
func (*DirectoryGroup) IsNode() {}

// IsNode marks DirectoryRecord as an object with a global id.
func (*DirectoryRecord) IsNode() {}

// IsNode marks APIKey as an object with a global id.
func (*APIKey) IsNode() {}
