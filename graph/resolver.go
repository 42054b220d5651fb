// Package graph answers the contract. A resolver maps arguments, calls the subject and wraps what it returns; how
// relations are fetched stands in relation.go.
package graph

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/usage"
)

// Resolver answers the root fields and the fields that are more than a column.
type Resolver struct {
	catalog     *catalog.Reader
	account     *account.Reader
	entitlement *entitlement.Reader
	coverage    *coverage.Reader
	activation  *activation.Reader
	usage       *usage.Reader
	system      *system.Reader
	audit       *audit.Reader
	access      *access.Service
	accessRows  *access.Reader
	members     *account.Service
	kinds       kinds
	today       func() day.Day
}

// Services are what carries changes out, and answers what is more than rows.
type Services struct {
	Access  *access.Service
	Members *account.Service
}

// NewResolver makes a resolver over a client; today says which day it is for questions that name none. Without services
// nothing can be changed, and nobody is told who they are.
func NewResolver(client *ent.Client, today func() day.Day, services Services) *Resolver {
	r := &Resolver{
		catalog: catalog.NewReader(client), account: account.NewReader(client), entitlement: entitlement.NewReader(client),
		coverage: coverage.NewReader(client), activation: activation.NewReader(client), usage: usage.NewReader(client),
		system: system.NewReader(client), audit: audit.NewReader(client), accessRows: access.NewReader(client),
		access: services.Access, members: services.Members, today: today,
	}
	r.kinds = kinds{
		productLine:         kind[*ent.ProductLine, *model.ProductLine]{"ProductLine", &r.catalog.ProductLines, model.ProductLines, true},
		product:             kind[*ent.Product, *model.Product]{"Product", &r.catalog.Products, model.Products, false},
		suiteMember:         kind[*ent.SuiteMember, *model.SuiteMember]{"SuiteMember", &r.catalog.SuiteMembers, model.SuiteMembers, true},
		productFeature:      kind[*ent.ProductFeature, *model.ProductFeature]{"ProductFeature", &r.catalog.ProductFeatures, model.ProductFeatures, true},
		feature:             kind[*ent.Feature, *model.Feature]{"Feature", &r.catalog.Features, model.Features, true},
		partNumber:          kind[*ent.PartNumber, *model.PartNumber]{"PartNumber", &r.catalog.PartNumbers, model.PartNumbers, true},
		listPrice:           kind[*ent.ListPrice, *model.ListPrice]{"ListPrice", &r.catalog.ListPrices, model.ListPrices, true},
		licenseModel:        kind[*ent.LicenseModel, *model.LicenseModel]{"LicenseModel", &r.catalog.LicenseModels, model.LicenseModels, true},
		licenseModelVersion: kind[*ent.LicenseModelVersion, *model.LicenseModelVersion]{"LicenseModelVersion", &r.catalog.LicenseModelVersions, model.LicenseModelVersions, true},
		unit:                kind[*ent.UnitOfMeasure, *model.UnitOfMeasure]{"UnitOfMeasure", &r.catalog.Units, model.UnitsOfMeasure, true},
		coverageLevel:       kind[*ent.CoverageLevel, *model.CoverageLevel]{"CoverageLevel", &r.catalog.CoverageLevels, model.CoverageLevels, true},
		account:             kind[*ent.Account, *model.Account]{"Account", &r.account.Accounts, model.Accounts, false},
		user:                kind[*ent.User, *model.User]{"User", &r.account.Users, model.Users, false},
		membership:          kind[*ent.Membership, *model.Membership]{"Membership", &r.account.Memberships, model.Memberships, false},
		entitlement:         kind[*ent.Entitlement, *model.Entitlement]{"Entitlement", &r.entitlement.Entitlements, model.Entitlements, false},
		lineItem:            kind[*ent.LineItem, *model.LineItem]{"LineItem", &r.entitlement.LineItems, model.LineItems, false},
		period:              kind[*ent.Period, *model.Period]{"Period", &r.entitlement.Periods, model.Periods, false},
		decision:            kind[*ent.Decision, *model.DecisionRecord]{"DecisionRecord", &r.entitlement.Decisions, model.DecisionRecords, true},
		ledgerEntry:         kind[*ent.LedgerEntry, *model.LedgerEntry]{"LedgerEntry", &r.entitlement.Ledger, model.LedgerEntries, true},
		lineageStep:         kind[*ent.LineageStep, *model.LineageStep]{"LineageStep", &r.entitlement.Lineage, model.LineageSteps, true},
		coverage:            kind[*ent.Coverage, *model.Coverage]{"Coverage", &r.coverage.Coverages, model.Coverages, false},
		coverageItem:        kind[*ent.CoverageItem, *model.CoverageItem]{"CoverageItem", &r.coverage.Items, model.CoverageItems, false},
		device:              kind[*ent.Device, *model.Device]{"Device", &r.activation.Devices, model.Devices, false},
		licenseServer:       kind[*ent.LicenseServer, *model.LicenseServer]{"LicenseServer", &r.activation.LicenseServers, model.LicenseServers, false},
		allocation:          kind[*ent.Allocation, *model.Allocation]{"Allocation", &r.activation.Allocations, model.Allocations, false},
		activation:          kind[*ent.Activation, *model.Activation]{"Activation", &r.activation.Activations, model.Activations, false},
		meter:               kind[*ent.Meter, *model.Meter]{"Meter", &r.usage.Meters, model.Meters, true},
		usageRecord:         kind[*ent.UsageRecord, *model.UsageRecord]{"UsageRecord", &r.usage.Records, model.UsageRecords, false},
		system:              kind[*ent.System, *model.System]{"System", &r.system.Systems, model.Systems, true},
		externalID:          kind[*ent.ExternalID, *model.ExternalID]{"ExternalId", &r.system.ExternalIDs, model.ExternalIDs, true},
		invitation:          kind[*ent.Invitation, *model.Invitation]{"Invitation", &r.account.Invitations, model.Invitations, true},
		accessRequest:       kind[*ent.AccessRequest, *model.AccessRequest]{"AccessRequest", &r.account.AccessRequests, model.AccessRequests, true},
		joiningDomain:       kind[*ent.JoiningDomain, *model.JoiningDomain]{"JoiningDomain", &r.account.JoiningDomains, model.JoiningDomains, true},
		domainProof:         kind[*ent.DomainProof, *model.DomainProof]{"DomainProof", &r.account.DomainProofs, model.DomainProofs, true},
		directoryRecord:     kind[*ent.DirectoryRecord, *model.DirectoryRecord]{"DirectoryRecord", &r.account.DirectoryRecords, model.DirectoryRecords, true},
		directoryGroup:      kind[*ent.DirectoryGroup, *model.DirectoryGroup]{"DirectoryGroup", &r.account.DirectoryGroups, model.DirectoryGroups, true},
		session:             kind[*ent.Session, *model.Session]{"Session", &r.accessRows.Sessions, model.Sessions, true},
		apiKey:              kind[*ent.APIKey, *model.APIKey]{"ApiKey", &r.accessRows.APIKeys, model.APIKeys, true},
		auditEntry:          kind[*ent.AuditEntry, *model.AuditEntry]{"AuditEntry", &r.audit.Entries, model.AuditEntries, true},
	}
	return r
}

// kinds are the objects of the contract with the set their rows come from.
type kinds struct {
	productLine         kind[*ent.ProductLine, *model.ProductLine]
	product             kind[*ent.Product, *model.Product]
	suiteMember         kind[*ent.SuiteMember, *model.SuiteMember]
	productFeature      kind[*ent.ProductFeature, *model.ProductFeature]
	feature             kind[*ent.Feature, *model.Feature]
	partNumber          kind[*ent.PartNumber, *model.PartNumber]
	listPrice           kind[*ent.ListPrice, *model.ListPrice]
	licenseModel        kind[*ent.LicenseModel, *model.LicenseModel]
	licenseModelVersion kind[*ent.LicenseModelVersion, *model.LicenseModelVersion]
	unit                kind[*ent.UnitOfMeasure, *model.UnitOfMeasure]
	coverageLevel       kind[*ent.CoverageLevel, *model.CoverageLevel]
	account             kind[*ent.Account, *model.Account]
	user                kind[*ent.User, *model.User]
	membership          kind[*ent.Membership, *model.Membership]
	entitlement         kind[*ent.Entitlement, *model.Entitlement]
	lineItem            kind[*ent.LineItem, *model.LineItem]
	period              kind[*ent.Period, *model.Period]
	decision            kind[*ent.Decision, *model.DecisionRecord]
	ledgerEntry         kind[*ent.LedgerEntry, *model.LedgerEntry]
	lineageStep         kind[*ent.LineageStep, *model.LineageStep]
	coverage            kind[*ent.Coverage, *model.Coverage]
	coverageItem        kind[*ent.CoverageItem, *model.CoverageItem]
	device              kind[*ent.Device, *model.Device]
	licenseServer       kind[*ent.LicenseServer, *model.LicenseServer]
	allocation          kind[*ent.Allocation, *model.Allocation]
	activation          kind[*ent.Activation, *model.Activation]
	meter               kind[*ent.Meter, *model.Meter]
	usageRecord         kind[*ent.UsageRecord, *model.UsageRecord]
	system              kind[*ent.System, *model.System]
	externalID          kind[*ent.ExternalID, *model.ExternalID]
	invitation          kind[*ent.Invitation, *model.Invitation]
	accessRequest       kind[*ent.AccessRequest, *model.AccessRequest]
	joiningDomain       kind[*ent.JoiningDomain, *model.JoiningDomain]
	domainProof         kind[*ent.DomainProof, *model.DomainProof]
	directoryRecord     kind[*ent.DirectoryRecord, *model.DirectoryRecord]
	directoryGroup      kind[*ent.DirectoryGroup, *model.DirectoryGroup]
	session             kind[*ent.Session, *model.Session]
	apiKey              kind[*ent.APIKey, *model.APIKey]
	auditEntry          kind[*ent.AuditEntry, *model.AuditEntry]
}

// node fetches rows of any type by their ids, in the order of the ids; nil stands for a missing one.
func (r *Resolver) nodes(t gid.Type) fetchNodes {
	k := &r.kinds
	switch t {
	case gid.ProductLine:
		return k.productLine.nodes
	case gid.Product:
		return k.product.nodes
	case gid.PartNumber:
		return k.partNumber.nodes
	case gid.Feature:
		return k.feature.nodes
	case gid.LicenseModel:
		return k.licenseModel.nodes
	case gid.LicenseModelVersion:
		return k.licenseModelVersion.nodes
	case gid.UnitOfMeasure:
		return k.unit.nodes
	case gid.CoverageLevel:
		return k.coverageLevel.nodes
	case gid.ListPrice:
		return k.listPrice.nodes
	case gid.Account:
		return k.account.nodes
	case gid.User:
		return k.user.nodes
	case gid.Membership:
		return k.membership.nodes
	case gid.Entitlement:
		return k.entitlement.nodes
	case gid.LineItem:
		return k.lineItem.nodes
	case gid.Period:
		return k.period.nodes
	case gid.Coverage:
		return k.coverage.nodes
	case gid.CoverageItem:
		return k.coverageItem.nodes
	case gid.Device:
		return k.device.nodes
	case gid.LicenseServer:
		return k.licenseServer.nodes
	case gid.Allocation:
		return k.allocation.nodes
	case gid.Activation:
		return k.activation.nodes
	case gid.Meter:
		return k.meter.nodes
	case gid.UsageRecord:
		return k.usageRecord.nodes
	case gid.APIKey:
		return k.apiKey.nodes
	case gid.System:
		return k.system.nodes
	case gid.Invitation:
		return k.invitation.nodes
	case gid.AccessRequest:
		return k.accessRequest.nodes
	case gid.DirectoryRecord:
		return k.directoryRecord.nodes
	case gid.DirectoryGroup:
		return k.directoryGroup.nodes
	}
	return nil
}
