package access

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Setup says what a server has been given so far.
type Setup struct {
	// Accounts: there is an account. Operators: there is an active operator.
	Accounts, Operators bool
	// OneProcess: commands that change the database run only while the server is stopped.
	OneProcess bool
}

// Setup returns what the server has been given so far.
func (s *Service) Setup(ctx context.Context) (Setup, error) {
	ctx = store.Unscoped(ctx) // it tells whether there are rows, and nothing of them
	accounts, err := s.db().Client().Account.Query().Exist(ctx)
	if err != nil {
		return Setup{}, fmt.Errorf("look for accounts: %w", err)
	}
	if accounts {
		return Setup{Accounts: true, Operators: true}, nil
	}
	operators, err := s.db().Client().User.Query().
		Where(user.ProducerRoleEQ(vocabulary.ProducerRoleOperator), user.Active(true)).Exist(ctx)
	if err != nil {
		return Setup{}, fmt.Errorf("look for operators: %w", err)
	}
	return Setup{Operators: operators, OneProcess: s.db().Engine() == store.SQLite}, nil
}
