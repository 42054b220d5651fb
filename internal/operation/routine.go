package operation

import (
	"sync"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Routine says when a routine of this process last succeeded and failed.
type Routine struct {
	Kind                          vocabulary.RoutineKind
	LastSucceededAt, LastFailedAt *clock.Instant
	Failing                       bool
}

type routines struct {
	mu   sync.Mutex
	runs map[vocabulary.RoutineKind]Routine
}

// Ran returns the function that notes how a run of a routine ended.
func (s *Service) Ran(kind vocabulary.RoutineKind) func(error) {
	return func(err error) {
		now := s.now()
		s.routines.mu.Lock()
		defer s.routines.mu.Unlock()
		if s.routines.runs == nil {
			s.routines.runs = map[vocabulary.RoutineKind]Routine{}
		}
		run := s.routines.runs[kind]
		if run.Failing = err != nil; run.Failing {
			run.LastFailedAt = &now
		} else {
			run.LastSucceededAt = &now
		}
		s.routines.runs[kind] = run
	}
}

// Routines returns what is known of each routine.
func (s *Service) Routines() []Routine {
	s.routines.mu.Lock()
	defer s.routines.mu.Unlock()
	kinds := vocabulary.RoutineKind("").Values()
	list := make([]Routine, len(kinds))
	for i, kind := range kinds {
		list[i] = s.routines.runs[vocabulary.RoutineKind(kind)]
		list[i].Kind = vocabulary.RoutineKind(kind)
	}
	return list
}
