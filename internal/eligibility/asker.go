package eligibility

import "github.com/muniment/muniment/internal/vocabulary"

// Asker is what somebody may do in an account with rights in a product line: a person or a program of the customer.
// The producer's people and programs need neither roles nor services; they ask for the customer as a whole.
type Asker struct {
	Producer bool
	// Roles has every role for an administrator.
	Roles    vocabulary.RoleSet
	Services vocabulary.ServiceSet
}

// RoleFor returns the role that a member needs for an action; nil if every member may take it.
func RoleFor(action vocabulary.EligibilityAction) *vocabulary.Role {
	var role vocabulary.Role
	switch action {
	case vocabulary.EligibilityActionActivate:
		role = vocabulary.RoleLicenseManager
	case vocabulary.EligibilityActionDownload:
		role = vocabulary.RoleDownloader
	case vocabulary.EligibilityActionRenew:
		role = vocabulary.RoleRenewalsManager
	case vocabulary.EligibilityActionSupport:
		return nil
	}
	return &role
}

// servicesFor are the services that a member needs for an action: to see the rights, and to download.
func servicesFor(action vocabulary.EligibilityAction) []vocabulary.Service {
	if action == vocabulary.EligibilityActionDownload {
		return []vocabulary.Service{vocabulary.ServiceLicensing, vocabulary.ServiceDownloads}
	}
	return []vocabulary.Service{vocabulary.ServiceLicensing}
}

// Judge returns the reasons about who asks.
func (a *Asker) Judge(action vocabulary.EligibilityAction) []*Reason {
	if a.Producer {
		return nil
	}
	var reasons []*Reason
	if role := RoleFor(action); role != nil && !a.Roles.Has(*role) {
		reasons = append(reasons, &Reason{Code: vocabulary.EligibilityCodeRoleMissing, Refuses: true, Role: role,
			Sentence: "You do not have the role " + string(*role) + ".",
			Remedies: []*Remedy{byCustomer(vocabulary.EligibilityRemedyKindGiveRole,
				vocabulary.RoleAccountAdministrator, "changeMemberAccess", "An administrator gives you the role.")}})
	}
	for _, service := range servicesFor(action) {
		if a.Services.Has(service) {
			continue
		}
		reasons = append(reasons, &Reason{Code: vocabulary.EligibilityCodeServiceClosed, Refuses: true,
			Service: &service, Sentence: "The service " + string(service) + " is not open to you in this account.",
			Remedies: []*Remedy{byCustomer(vocabulary.EligibilityRemedyKindOpenService,
				vocabulary.RoleAccountAdministrator, "changeMemberAccess",
				"An administrator opens the service to you.")}})
	}
	return reasons
}

// NoRight is the reason that an account has no right to a product, as far as the viewer sees its rights.
func NoRight() *Reason {
	return &Reason{Code: vocabulary.EligibilityCodeNoRight, Refuses: true,
		Sentence: "The account has no right to the product.",
		Remedies: []*Remedy{ordered(vocabulary.EligibilityRemedyKindBuy, "issueEntitlement",
			"The producer issues a right to the product.")}}
}
