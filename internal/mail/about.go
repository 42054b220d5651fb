package mail

import (
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/vocabulary"
)

// JobKind is the kind of the jobs that send mails.
const JobKind = "mail"

// SignInLinkLife is how long a link to sign in can be used. Each attempt to send the mail makes a new link.
const SignInLinkLife = 15 * time.Minute

// About says what mail a job sends, without its text.
type About struct {
	Kind vocabulary.MailKind
	// Recipient is "" for a mail of another version of the program.
	Recipient string
	// Account is the account that the mail is about; 0 if the job does not say.
	Account gid.ID
	// LinkEnds is when the link in the mail ends, however late it is sent; nil if it has none, or if an attempt makes
	// a new one.
	LinkEnds *clock.Instant
}

var kindsOfMails = map[kind]vocabulary.MailKind{
	kindInvitation: vocabulary.MailKindInvitation, kindSignInLink: vocabulary.MailKindSignInLink,
	kindAccessRequest: vocabulary.MailKindAccessRequest, kindAccessDecision: vocabulary.MailKindAccessDecision,
	kindMembershipEnded: vocabulary.MailKindMembershipEnded, kindKeyCreated: vocabulary.MailKindKeyCreated,
	kindAdministratorAdded: vocabulary.MailKindAdministratorAdded,
	kindAddressChanged:     vocabulary.MailKindAddressChanged, kindDomainFailing: vocabulary.MailKindDomainFailing,
	kindActivationIDs: vocabulary.MailKindActivationIDs,
}

// AboutJob reads the arguments of a job that sends a mail, as the table of jobs keeps them. It reports false if they
// cannot be read.
func AboutJob(arguments string) (About, bool) {
	var e envelope
	if job.Read(arguments, &e) != nil {
		return About{}, false
	}
	about := About{Kind: vocabulary.MailKindOther}
	message, err := e.open()
	if err != nil {
		return about, true
	}
	about.Kind, about.Recipient = kindsOfMails[e.Type], message.recipient()
	switch m := message.(type) {
	case Invitation:
		ends := m.Expires
		if ends == 0 { // a mail of an earlier version of the program
			ends = clock.At((m.LastDay + 1).Time())
		}
		about.LinkEnds, about.Account = &ends, m.Of
	case AccessRequest:
		about.Account = m.Of
	case AdministratorAdded:
		about.Account = m.Of
	case ActivationIDs:
		about.Account = m.Of
	}
	return about, true
}
