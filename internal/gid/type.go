package gid

// The types of global ids. The numbers are stored in every key: never change one, and never reuse one.
const (
	Account Type = iota + 1
	User
	Membership
	ProductLine
	Product
	PartNumber
	Feature
	LicenseModel
	LicenseModelVersion
	UnitOfMeasure
	CoverageLevel
	Entitlement
	LineItem
	Period
	Coverage
	CoverageItem
	Device
	LicenseServer
	Allocation
	Activation
	Meter
	UsageRecord
	ListPrice
	System
	Session
	APIKey
	Invitation
	AccessRequest
	DirectoryGroup
	DirectoryRecord
	AuditEntry
	Decision
	ImportRun
	Finding
	Job
	CustomField
)

var prefixes = [...]string{
	Account:             "acct",
	User:                "user",
	Membership:          "memb",
	ProductLine:         "pline",
	Product:             "prod",
	PartNumber:          "part",
	Feature:             "feat",
	LicenseModel:        "model",
	LicenseModelVersion: "modver",
	UnitOfMeasure:       "unit",
	CoverageLevel:       "level",
	Entitlement:         "ent",
	LineItem:            "line",
	Period:              "per",
	Coverage:            "cov",
	CoverageItem:        "covitem",
	Device:              "dev",
	LicenseServer:       "srv",
	Allocation:          "alloc",
	Activation:          "act",
	Meter:               "meter",
	UsageRecord:         "usage",
	ListPrice:           "price",
	System:              "sys",
	Session:             "sess",
	APIKey:              "key",
	Invitation:          "inv",
	AccessRequest:       "areq",
	DirectoryGroup:      "dgrp",
	DirectoryRecord:     "drec",
	AuditEntry:          "audit",
	Decision:            "dec",
	ImportRun:           "import",
	Finding:             "find",
	Job:                 "job",
	CustomField:         "field",
}

// numbered marks the types whose database key is a plain sequence: logs, whose rows are listed in the order in which
// they were recorded.
var numbered = [...]bool{AuditEntry: true, Decision: true, ImportRun: true, Finding: true, Job: true}

// Numbered reports whether the database key of the type is a plain sequence.
func (t Type) Numbered() bool { return int(t) < len(numbered) && numbered[t] }

// Prefix returns the readable prefix of the type, or "" if the type is unknown.
func (t Type) Prefix() string {
	if int(t) < len(prefixes) {
		return prefixes[t]
	}
	return ""
}

// Types lists every known type.
func Types() []Type {
	all := make([]Type, 0, len(prefixes))
	for t := Account; int(t) < len(prefixes); t++ {
		all = append(all, t)
	}
	return all
}
