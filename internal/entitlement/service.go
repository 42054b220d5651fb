package entitlement

import (
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
)

// Service changes rights that were issued, for the producer's operators: people, and programs whose key may write. Its
// method GrantGrace is for support agents, too. It is safe for concurrent use.
type Service struct {
	changes *change.Pipeline
	today   func() day.Day
}

// NewService returns a service over a pipeline of changes. today returns the day on which rights are judged.
func NewService(changes *change.Pipeline, today func() day.Day) *Service {
	return &Service{changes, today}
}
