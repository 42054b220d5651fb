package audit

import (
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ActorKind returns the kind of actor for a credential and a user; user is 0 if the actor is not a person.
func ActorKind(credential vocabulary.CredentialKind, user gid.ID) vocabulary.ActorKind {
	switch {
	case user != 0:
		return vocabulary.ActorKindUser
	case credential == vocabulary.CredentialKindSystem, credential == vocabulary.CredentialKindCommandLine:
		return vocabulary.ActorKindSystem
	}
	return vocabulary.ActorKindProgram
}
