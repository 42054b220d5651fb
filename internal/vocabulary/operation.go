package vocabulary

import "io"

// ImportRunState says how an import ended.
type ImportRunState string

// The values of ImportRunState.
const (
	// ImportRunStateRunning: the import is running.
	ImportRunStateRunning ImportRunState = "RUNNING"
	// ImportRunStateFinished: everything that the import could apply was applied.
	ImportRunStateFinished ImportRunState = "FINISHED"
	// ImportRunStateRefused: the source has rows that cannot be imported, so nothing was applied.
	ImportRunStateRefused ImportRunState = "REFUSED"
	// ImportRunStateFailed: the import ended with an error.
	ImportRunStateFailed ImportRunState = "FAILED"
	// ImportRunStateInterrupted: the import was stopped, or its process ended.
	ImportRunStateInterrupted ImportRunState = "INTERRUPTED"
)

// Values lists every ImportRunState in the order of the contract.
func (ImportRunState) Values() []string {
	return texts(ImportRunStateRunning, ImportRunStateFinished, ImportRunStateRefused, ImportRunStateFailed,
		ImportRunStateInterrupted)
}

// MarshalGQL writes the enum value.
func (v ImportRunState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *ImportRunState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// FindingSeverity is the severity of a finding of an import.
type FindingSeverity string

// The values of FindingSeverity.
const (
	// FindingSeverityError: the row cannot be imported as it is.
	FindingSeverityError FindingSeverity = "ERROR"
	// FindingSeverityWarning: the row is imported by a documented rule, but should be reviewed.
	FindingSeverityWarning FindingSeverity = "WARNING"
	// FindingSeverityInfo: nothing needs to be done.
	FindingSeverityInfo FindingSeverity = "INFO"
)

// Values lists every FindingSeverity in the order of the contract.
func (FindingSeverity) Values() []string {
	return texts(FindingSeverityError, FindingSeverityWarning, FindingSeverityInfo)
}

// MarshalGQL writes the enum value.
func (v FindingSeverity) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *FindingSeverity) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// JobKind says what a background job does.
type JobKind string

// The values of JobKind.
const (
	// JobKindMail: the job sends a mail.
	JobKindMail JobKind = "MAIL"
	// JobKindAccessRequest: the job delivers a request for access to an account.
	JobKindAccessRequest JobKind = "ACCESS_REQUEST"
	// JobKindOther: the job was recorded by another version of the program.
	JobKindOther JobKind = "OTHER"
)

// Values lists every JobKind in the order of the contract.
func (JobKind) Values() []string { return texts(JobKindMail, JobKindAccessRequest, JobKindOther) }

// MarshalGQL writes the enum value.
func (v JobKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *JobKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// JobState says how far a background job has come.
type JobState string

// The values of JobState.
const (
	// JobStateWaiting: the job waits for its first attempt, or for one that an operator asked for.
	JobStateWaiting JobState = "WAITING"
	// JobStateRunning: a process works on the job.
	JobStateRunning JobState = "RUNNING"
	// JobStateRetrying: the last attempt failed, and there will be another one.
	JobStateRetrying JobState = "RETRYING"
	// JobStateFailed: the last attempt failed, and there will be none after it.
	JobStateFailed JobState = "FAILED"
	// JobStateDiscarded: an operator gave the job up.
	JobStateDiscarded JobState = "DISCARDED"
	// JobStateDone: the job succeeded.
	JobStateDone JobState = "DONE"
)

// Values lists every JobState in the order of the contract.
func (JobState) Values() []string {
	return texts(JobStateWaiting, JobStateRunning, JobStateRetrying, JobStateFailed, JobStateDiscarded, JobStateDone)
}

// MarshalGQL writes the enum value.
func (v JobState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *JobState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// MailKind says what a mail is about.
type MailKind string

// The values of MailKind.
const (
	// MailKindInvitation: an invitation to become a member of an account.
	MailKindInvitation MailKind = "INVITATION"
	// MailKindSignInLink: a link to sign in.
	MailKindSignInLink MailKind = "SIGN_IN_LINK"
	// MailKindAccessRequest: somebody requests access, to an administrator.
	MailKindAccessRequest MailKind = "ACCESS_REQUEST"
	// MailKindAccessDecision: the decision on a request, to who made it.
	MailKindAccessDecision MailKind = "ACCESS_DECISION"
	// MailKindMembershipEnded: a membership has ended.
	MailKindMembershipEnded MailKind = "MEMBERSHIP_ENDED"
	// MailKindKeyCreated: an API key was created.
	MailKindKeyCreated MailKind = "KEY_CREATED"
	// MailKindAdministratorAdded: an account has a new administrator.
	MailKindAdministratorAdded MailKind = "ADMINISTRATOR_ADDED"
	// MailKindAddressChanged: the e-mail address of a user was changed.
	MailKindAddressChanged MailKind = "ADDRESS_CHANGED"
	// MailKindDomainFailing: the record that proves a domain is missing.
	MailKindDomainFailing MailKind = "DOMAIN_FAILING"
	// MailKindActivationIDs: the activation ids of what was issued.
	MailKindActivationIDs MailKind = "ACTIVATION_IDS"
	// MailKindOther: the mail was enqueued by another version of the program.
	MailKindOther MailKind = "OTHER"
)

// Values lists every MailKind in the order of the contract.
func (MailKind) Values() []string {
	return texts(MailKindInvitation, MailKindSignInLink, MailKindAccessRequest, MailKindAccessDecision,
		MailKindMembershipEnded, MailKindKeyCreated, MailKindAdministratorAdded, MailKindAddressChanged,
		MailKindDomainFailing, MailKindActivationIDs, MailKindOther)
}

// MarshalGQL writes the enum value.
func (v MailKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *MailKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// DatabaseEngine is the kind of the database.
type DatabaseEngine string

// The values of DatabaseEngine.
const (
	// DatabaseEngineSqlite: a SQLite file in the data directory.
	DatabaseEngineSqlite DatabaseEngine = "SQLITE"
	// DatabaseEnginePostgresql: a PostgreSQL server.
	DatabaseEnginePostgresql DatabaseEngine = "POSTGRESQL"
)

// Values lists every DatabaseEngine in the order of the contract.
func (DatabaseEngine) Values() []string { return texts(DatabaseEngineSqlite, DatabaseEnginePostgresql) }

// MarshalGQL writes the enum value.
func (v DatabaseEngine) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *DatabaseEngine) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// RoutineKind names work that the server does again and again.
type RoutineKind string

// The values of RoutineKind.
const (
	// RoutineKindSealAudit: audit entries get their place in the chain of hashes.
	RoutineKindSealAudit RoutineKind = "SEAL_AUDIT"
	// RoutineKindPlaceEvents: events get their position in the feed.
	RoutineKindPlaceEvents RoutineKind = "PLACE_EVENTS"
	// RoutineKindCheckDomains: the records that prove domains are looked up again.
	RoutineKindCheckDomains RoutineKind = "CHECK_DOMAINS"
	// RoutineKindSettleLineItems: line items whose periods begin or end are settled.
	RoutineKindSettleLineItems RoutineKind = "SETTLE_LINE_ITEMS"
	// RoutineKindRenewEvergreens: evergreen rights are renewed whose renewal can no longer be cancelled.
	RoutineKindRenewEvergreens RoutineKind = "RENEW_EVERGREENS"
	// RoutineKindDeleteExpired: expired sessions, links, tokens and findings are deleted.
	RoutineKindDeleteExpired RoutineKind = "DELETE_EXPIRED"
)

// Values lists every RoutineKind in the order of the contract.
func (RoutineKind) Values() []string {
	return texts(RoutineKindSealAudit, RoutineKindPlaceEvents, RoutineKindCheckDomains, RoutineKindSettleLineItems,
		RoutineKindRenewEvergreens, RoutineKindDeleteExpired)
}

// MarshalGQL writes the enum value.
func (v RoutineKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *RoutineKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
