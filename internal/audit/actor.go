package audit

import (
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ActorKind tells what did something, by how it proved who it was and by the user, who is 0 for whatever is no person.
func ActorKind(credential vocabulary.CredentialKind, user gid.ID) vocabulary.ActorKind {
	switch {
	case user != 0:
		return vocabulary.ActorKindUser
	case credential == vocabulary.CredentialKindSystem, credential == vocabulary.CredentialKindCommandLine:
		return vocabulary.ActorKindSystem
	}
	return vocabulary.ActorKindProgram
}
