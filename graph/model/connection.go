package model

import "github.com/muniment/muniment/internal/page"

// The pages of the contract and their rows.
type (
	// ProductLineConnection is a page of rows of type ProductLine.
	ProductLineConnection = page.Connection[*ProductLine]
	// ProductLineEdge is a row of such a page.
	ProductLineEdge = page.Edge[*ProductLine]
	// ProductConnection is a page of rows of type Product.
	ProductConnection = page.Connection[*Product]
	// ProductEdge is a row of such a page.
	ProductEdge = page.Edge[*Product]
	// UnitOfMeasureConnection is a page of rows of type UnitOfMeasure.
	UnitOfMeasureConnection = page.Connection[*UnitOfMeasure]
	// UnitOfMeasureEdge is a row of such a page.
	UnitOfMeasureEdge = page.Edge[*UnitOfMeasure]
	// AccountConnection is a page of rows of type Account.
	AccountConnection = page.Connection[*Account]
	// AccountEdge is a row of such a page.
	AccountEdge = page.Edge[*Account]
	// DirectoryRecordConnection is a page of rows of type DirectoryRecord.
	DirectoryRecordConnection = page.Connection[*DirectoryRecord]
	// DirectoryRecordEdge is a row of such a page.
	DirectoryRecordEdge = page.Edge[*DirectoryRecord]

	// UserConnection is a page of rows of type User.
	UserConnection = page.Connection[*User]
	// UserEdge is a row of such a page.
	UserEdge = page.Edge[*User]
	// MembershipConnection is a page of rows of type Membership.
	MembershipConnection = page.Connection[*Membership]
	// MembershipEdge is a row of such a page.
	MembershipEdge = page.Edge[*Membership]
	// EntitlementConnection is a page of rows of type Entitlement.
	EntitlementConnection = page.Connection[*Entitlement]
	// EntitlementEdge is a row of such a page.
	EntitlementEdge = page.Edge[*Entitlement]
	// LineItemConnection is a page of rows of type LineItem.
	LineItemConnection = page.Connection[*LineItem]
	// LineItemEdge is a row of such a page.
	LineItemEdge = page.Edge[*LineItem]
	// PeriodConnection is a page of rows of type Period.
	PeriodConnection = page.Connection[*Period]
	// PeriodEdge is a row of such a page.
	PeriodEdge = page.Edge[*Period]
	// LedgerEntryConnection is a page of rows of type LedgerEntry.
	LedgerEntryConnection = page.Connection[*LedgerEntry]
	// LedgerEntryEdge is a row of such a page.
	LedgerEntryEdge = page.Edge[*LedgerEntry]
	// CoverageConnection is a page of rows of type Coverage.
	CoverageConnection = page.Connection[*Coverage]
	// CoverageEdge is a row of such a page.
	CoverageEdge = page.Edge[*Coverage]
	// CoverageItemConnection is a page of rows of type CoverageItem.
	CoverageItemConnection = page.Connection[*CoverageItem]
	// CoverageItemEdge is a row of such a page.
	CoverageItemEdge = page.Edge[*CoverageItem]
	// DeviceConnection is a page of rows of type Device.
	DeviceConnection = page.Connection[*Device]
	// DeviceEdge is a row of such a page.
	DeviceEdge = page.Edge[*Device]
	// LicenseServerConnection is a page of rows of type LicenseServer.
	LicenseServerConnection = page.Connection[*LicenseServer]
	// LicenseServerEdge is a row of such a page.
	LicenseServerEdge = page.Edge[*LicenseServer]
	// AllocationConnection is a page of rows of type Allocation.
	AllocationConnection = page.Connection[*Allocation]
	// AllocationEdge is a row of such a page.
	AllocationEdge = page.Edge[*Allocation]
	// ActivationConnection is a page of rows of type Activation.
	ActivationConnection = page.Connection[*Activation]
	// ActivationEdge is a row of such a page.
	ActivationEdge = page.Edge[*Activation]
	// UsageRecordConnection is a page of rows of type UsageRecord.
	UsageRecordConnection = page.Connection[*UsageRecord]
	// UsageRecordEdge is a row of such a page.
	UsageRecordEdge = page.Edge[*UsageRecord]
	// InvitationConnection is a page of rows of type Invitation.
	InvitationConnection = page.Connection[*Invitation]
	// InvitationEdge is a row of such a page.
	InvitationEdge = page.Edge[*Invitation]
	// AccessRequestConnection is a page of rows of type AccessRequest.
	AccessRequestConnection = page.Connection[*AccessRequest]
	// AccessRequestEdge is a row of such a page.
	AccessRequestEdge = page.Edge[*AccessRequest]
	// AuditEntryConnection is a page of rows of type AuditEntry.
	AuditEntryConnection = page.Connection[*AuditEntry]
	// AuditEntryEdge is a row of such a page.
	AuditEntryEdge = page.Edge[*AuditEntry]
)
