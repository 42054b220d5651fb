package legacy

import "github.com/muniment/muniment/internal/vocabulary"

func word[T ~string](source string, here T) Word { return Word{source, string(here)} }

// NoDecision is the decision for states without one.
const NoDecision = ""

// Classes of devices of the older system. A server becomes a license server, the others become devices.
const (
	ClassServer       = "SERVER"
	ClassClient       = string(vocabulary.DeviceKindClient)
	ClassServedClient = string(vocabulary.DeviceKindServedClient)
)

// States of users.
const (
	UserActive   = "ACTIVE"
	UserInactive = "INACTIVE"
)

var (
	accountKinds = []Word{
		word("CUSTOMER", vocabulary.AccountKindCustomer),
		word("CHANNEL_PARTNER", vocabulary.AccountKindChannelPartner),
		word("PUBLISHER", vocabulary.AccountKindProducer),
		word("SELF_REGISTERED", vocabulary.AccountKindSelfRegistered),
	}
	userStates  = []Word{word("Active", UserActive), word("Inactive", UserInactive)}
	memberRoles = []Word{
		word("CUSTOMER_ADMIN", vocabulary.RoleAccountAdministrator),
		word("LICENSE_MANAGER", vocabulary.RoleLicenseManager),
		word("DOWNLOADER", vocabulary.RoleDownloader),
		word("READ_ONLY", vocabulary.RoleReader),
	}
	// MAINTENENACE is the older system's own spelling.
	productKinds = []Word{
		word("LICENSED_PRODUCT", vocabulary.ProductKindProduct),
		word("SUITE", vocabulary.ProductKindSuite),
		word("MAINTENANCE", vocabulary.ProductKindMaintenance),
		word("MAINTENENACE", vocabulary.ProductKindMaintenance),
	}
	catalogStates = []Word{
		word("DEPLOYED", vocabulary.CatalogStateAvailable),
		word("ACTIVE", vocabulary.CatalogStateAvailable),
		word("DRAFT", vocabulary.CatalogStateDraft),
		word("TEST", vocabulary.CatalogStateDraft),
		word("INACTIVE", vocabulary.CatalogStateInactive),
		word("ON_HOLD", vocabulary.CatalogStateInactive),
		word("OBSOLETE", vocabulary.CatalogStateObsolete),
	}
	rightStates = []Word{
		word("DEPLOYED", NoDecision),
		word("ACTIVE", NoDecision),
		word("OBSOLETE", vocabulary.DecisionWithdrawn),
		word("DRAFT", vocabulary.DecisionDraft),
		word("TEST", vocabulary.DecisionTest),
		word("INACTIVE", vocabulary.DecisionSuspended),
		word("ON_HOLD", vocabulary.DecisionOnHold),
	}
	startRules = []Word{
		word("DEFINE_NOW", vocabulary.StartRuleFixed),
		word("DEFINE_AT_FIRST_ACTIVATION", vocabulary.StartRuleFirstActivation),
		word("DEFINE_ACTDATE_AT_FIRST_ACTIVATION", vocabulary.StartRuleFirstActivation),
		word("DEFINE_AT_EACH_ACTIVATION", vocabulary.StartRuleEachActivation),
		word("DEFINE_ACTDATE_AT_EACH_ACTIVATION", vocabulary.StartRuleEachActivation),
	}
	termUnits = []Word{
		word("DAYS", vocabulary.TermUnitDays),
		word("WEEKS", vocabulary.TermUnitWeeks),
		word("MONTHS", vocabulary.TermUnitMonths),
		word("YEARS", vocabulary.TermUnitYears),
	}
	lineTypes = []Word{
		word("RENEWAL", vocabulary.LineageReasonRenewal),
		word("UPGRADE", vocabulary.LineageReasonUpgrade),
		word("UPSELL", vocabulary.LineageReasonUpsell),
	}
	deviceClasses = []Word{
		{"SERVER", ClassServer}, {"CLIENT", ClassClient}, {"SERVED_CLIENT", ClassServedClient},
	}
	deployments = []Word{
		word("CLOUD", vocabulary.DeploymentCloud), word("LOCAL", vocabulary.DeploymentLocal),
	}
	deviceStates = []Word{
		word("ACTIVE", vocabulary.DeviceStatusActive), word("OBSOLETE", vocabulary.DeviceStatusObsolete),
		word("TEST", vocabulary.DeviceStatusTest), word("RETURNED", vocabulary.DeviceStatusReturned),
	}
)
