package app

import (
	"context"
	"sync"
	"time"

	"github.com/muniment/muniment/internal/fault"
)

// turnWait is how long an export waits for others.
const turnWait = 30 * time.Second

// turns lets a few exports read at once, but only one of each viewer, so that nobody takes all places.
type turns struct {
	places chan struct{}
	lock   sync.Mutex
	// own has the place of each viewer who has an export that reads or waits.
	own map[string]*ownTurn
}

// ownTurn is the place of the exports of one viewer.
type ownTurn struct {
	place   chan struct{}
	exports int // those that read or wait
}

func newTurns(places int) *turns {
	return &turns{places: make(chan struct{}, places), own: map[string]*ownTurn{}}
}

// take waits for the turn of an export of a viewer, who is named as viewer.Viewer.Actor does. leave ends the turn. It
// returns UNAVAILABLE if the exports before it take too long, or the error of ctx.
func (t *turns) take(ctx context.Context, who string) (leave func(), err error) {
	patience := time.NewTimer(turnWait)
	defer patience.Stop()
	own := t.join(who)
	defer func() {
		if err != nil {
			t.quit(who)
		}
	}()
	select {
	case own.place <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-patience.C:
		return nil, fault.New(fault.Unavailable, "", "Another export of yours is being written.",
			"Try again when it is complete.")
	}
	select {
	case t.places <- struct{}{}:
	case <-ctx.Done():
		<-own.place
		return nil, ctx.Err()
	case <-patience.C:
		<-own.place
		return nil, fault.New(fault.Unavailable, "", "Other exports are being written.", "Try again in a minute.")
	}
	return func() {
		<-t.places
		<-own.place
		t.quit(who)
	}, nil
}

func (t *turns) join(who string) *ownTurn {
	t.lock.Lock()
	defer t.lock.Unlock()
	own := t.own[who]
	if own == nil {
		own = &ownTurn{place: make(chan struct{}, 1)}
		t.own[who] = own
	}
	own.exports++
	return own
}

func (t *turns) quit(who string) {
	t.lock.Lock()
	defer t.lock.Unlock()
	own := t.own[who]
	own.exports--
	if own.exports == 0 {
		delete(t.own, who)
	}
}
