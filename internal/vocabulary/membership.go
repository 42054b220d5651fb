package vocabulary

import "io"

// MembershipOrigin is how a membership was created.
type MembershipOrigin string

// The values of MembershipOrigin.
const (
	// MembershipOriginImport: it came from an older system.
	MembershipOriginImport MembershipOrigin = "IMPORT"
	// MembershipOriginInvitation: an invitation was accepted.
	MembershipOriginInvitation MembershipOrigin = "INVITATION"
	// MembershipOriginDomain: the user joined because of the domain of the e-mail address.
	MembershipOriginDomain MembershipOrigin = "DOMAIN"
	// MembershipOriginRequest: a request for access was granted.
	MembershipOriginRequest MembershipOrigin = "REQUEST"
	// MembershipOriginDirectory: the customer's directory provisioned it.
	MembershipOriginDirectory MembershipOrigin = "DIRECTORY"
	// MembershipOriginOperator: the producer made it.
	MembershipOriginOperator MembershipOrigin = "OPERATOR"
)

// Values lists every MembershipOrigin in the order of the contract.
func (MembershipOrigin) Values() []string {
	return texts(MembershipOriginImport, MembershipOriginInvitation, MembershipOriginDomain, MembershipOriginRequest,
		MembershipOriginDirectory, MembershipOriginOperator)
}

// MarshalGQL writes the enum value.
func (v MembershipOrigin) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *MembershipOrigin) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// InvitationState is the state of an invitation.
type InvitationState string

// The values of InvitationState.
const (
	// InvitationStateOpen: it has not been answered.
	InvitationStateOpen InvitationState = "OPEN"
	// InvitationStateAccepted: it was accepted, which created a membership.
	InvitationStateAccepted InvitationState = "ACCEPTED"
	// InvitationStateRevoked: it was taken back.
	InvitationStateRevoked InvitationState = "REVOKED"
	// InvitationStateExpired: it was not answered in time.
	InvitationStateExpired InvitationState = "EXPIRED"
)

// Values lists every InvitationState in the order of the contract.
func (InvitationState) Values() []string {
	return texts(InvitationStateOpen, InvitationStateAccepted, InvitationStateRevoked, InvitationStateExpired)
}

// MarshalGQL writes the enum value.
func (v InvitationState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *InvitationState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// AccessRequestState is the state of a request for access.
type AccessRequestState string

// The values of AccessRequestState.
const (
	// AccessRequestStateOpen: no administrator has decided it.
	AccessRequestStateOpen AccessRequestState = "OPEN"
	// AccessRequestStateGranted: it was granted.
	AccessRequestStateGranted AccessRequestState = "GRANTED"
	// AccessRequestStateDeclined: it was declined.
	AccessRequestStateDeclined AccessRequestState = "DECLINED"
)

// Values lists every AccessRequestState in the order of the contract.
func (AccessRequestState) Values() []string {
	return texts(AccessRequestStateOpen, AccessRequestStateGranted, AccessRequestStateDeclined)
}

// MarshalGQL writes the enum value.
func (v AccessRequestState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *AccessRequestState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// DomainState is the state of the proof of a domain.
type DomainState string

// The values of DomainState.
const (
	// DomainStateClaimed: it is claimed, but not proven yet.
	DomainStateClaimed DomainState = "CLAIMED"
	// DomainStateProven: DNS proves it.
	DomainStateProven DomainState = "PROVEN"
	// DomainStateApproved: an operator has approved it.
	DomainStateApproved DomainState = "APPROVED"
	// DomainStateFailing: DNS no longer proves it; it still counts as proven for two weeks.
	DomainStateFailing DomainState = "FAILING"
	// DomainStateLapsed: it no longer counts as proven.
	DomainStateLapsed DomainState = "LAPSED"
)

// Values lists every DomainState in the order of the contract.
func (DomainState) Values() []string {
	return texts(DomainStateClaimed, DomainStateProven, DomainStateApproved, DomainStateFailing, DomainStateLapsed)
}

// MarshalGQL writes the enum value.
func (v DomainState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *DomainState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// HoldingKind is the kind of a thing that a member can hold in addition to a membership.
type HoldingKind string

// The values of HoldingKind.
const (
	// HoldingKindDevice: a device labeled with the member's name.
	HoldingKindDevice HoldingKind = "DEVICE"
	// HoldingKindAPIKey: a key of the member's own.
	HoldingKindAPIKey HoldingKind = "API_KEY"
	// HoldingKindSession: a browser in which the member is signed in.
	HoldingKindSession HoldingKind = "SESSION"
	// HoldingKindInvitation: an open invitation that the member sent.
	HoldingKindInvitation HoldingKind = "INVITATION"
)

// Values lists every HoldingKind in the order of the contract.
func (HoldingKind) Values() []string {
	return texts(HoldingKindDevice, HoldingKindAPIKey, HoldingKindSession, HoldingKindInvitation)
}

// MarshalGQL writes the enum value.
func (v HoldingKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *HoldingKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// HoldingFate is what happens to a holding when its member is removed.
type HoldingFate string

// The values of HoldingFate.
const (
	// HoldingFateKept: it stays as it is.
	HoldingFateKept HoldingFate = "KEPT"
	// HoldingFateReassigned: it goes to another member.
	HoldingFateReassigned HoldingFate = "REASSIGNED"
	// HoldingFateEnded: it has ended.
	HoldingFateEnded HoldingFate = "ENDED"
)

// Values lists every HoldingFate in the order of the contract.
func (HoldingFate) Values() []string {
	return texts(HoldingFateKept, HoldingFateReassigned, HoldingFateEnded)
}

// MarshalGQL writes the enum value.
func (v HoldingFate) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *HoldingFate) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// ServiceClosedReason is why a viewer has no access to a service in an account.
type ServiceClosedReason string

// The values of ServiceClosedReason.
const (
	// ServiceClosedReasonNotGranted: neither the membership nor the key gives it.
	ServiceClosedReasonNotGranted ServiceClosedReason = "NOT_GRANTED"
	// ServiceClosedReasonSuspended: the membership is suspended.
	ServiceClosedReasonSuspended ServiceClosedReason = "SUSPENDED"
	// ServiceClosedReasonEnded: the membership has ended.
	ServiceClosedReasonEnded ServiceClosedReason = "ENDED"
	// ServiceClosedReasonNarrowed: the session is narrowed to another account.
	ServiceClosedReasonNarrowed ServiceClosedReason = "NARROWED"
	// ServiceClosedReasonKeyScope: the key may not read.
	ServiceClosedReasonKeyScope ServiceClosedReason = "KEY_SCOPE"
)

// Values lists every ServiceClosedReason in the order of the contract.
func (ServiceClosedReason) Values() []string {
	return texts(ServiceClosedReasonNotGranted, ServiceClosedReasonSuspended, ServiceClosedReasonEnded,
		ServiceClosedReasonNarrowed, ServiceClosedReasonKeyScope)
}

// MarshalGQL writes the enum value.
func (v ServiceClosedReason) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *ServiceClosedReason) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
