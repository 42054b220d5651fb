package loadset

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

// microsecondsADay is the length of a day in the unit of clock.Instant.
const microsecondsADay = 24 * 60 * 60 * 1_000_000

// age is how many days back the oldest right of a set was made.
const age = 6 * 365

// keys makes the ids of one set.
type keys struct {
	shape  Shape
	system string
	// taken are the keys of the locality that was last used: only rows of one locality can meet.
	taken    map[gid.ID]bool
	locality gid.Locality
}

func newKeys(s Shape) *keys {
	return &keys{shape: s, system: "loadset-" + strconv.FormatUint(s.Seed, 10), taken: map[gid.ID]bool{}}
}

// catalog makes the id of something that no account owns.
func (k *keys) catalog(t gid.Type, key string) gid.ID { return gid.Derive(t, 0, k.system, key, 0) }

// localityOf returns the locality of the i-th account.
func (k *keys) localityOf(i int) gid.Locality {
	return gid.DeriveLocality(k.system, "account "+strconv.Itoa(i))
}

// account makes the id of the i-th account.
func (k *keys) account(i int) gid.ID {
	return gid.Derive(gid.Account, k.localityOf(i), k.system, "account "+strconv.Itoa(i), 0)
}

// user makes the id of the u-th user.
func (k *keys) user(u int) gid.ID {
	key := "user " + strconv.Itoa(u)
	return gid.Derive(gid.User, gid.DeriveLocality(k.system, key), k.system, key, 0)
}

// owned makes the id of a row that an account owns. Accounts are to come in the order of their localities.
func (k *keys) owned(t gid.Type, l gid.Locality, made clock.Instant, n ...int) gid.ID {
	if k.shape.Keys == ByTime {
		// The moment takes the place of the locality, in as many steps as there are localities.
		const steps = 1 << 20
		begin := int64(k.shape.Today-age) * microsecondsADay
		l = gid.Locality(max(0, min(steps-1, (int64(made)-begin)/(age*microsecondsADay/steps))))
	}
	if l != k.locality {
		clear(k.taken)
		k.locality = l
	}
	key := fmt.Sprint(n)
	for attempt := 0; ; attempt++ {
		if id := gid.Derive(t, l, k.system, key, attempt); !k.taken[id] {
			k.taken[id] = true
			return id
		}
	}
}

// random returns the numbers of one part of the set: the same for the same seed, whatever else is made.
func (k *keys) random(stream uint64, n int) *rand.Rand {
	return rand.New(rand.NewPCG(k.shape.Seed, stream<<48|uint64(n)))
}

// The streams of random numbers.
const (
	ofCatalog = iota + 1
	ofAccounts
	ofUsers
	ofRights
)

// code spells a number so that neighbors do not look alike; different numbers give different codes.
func scramble(seed uint64, n int) string {
	x := uint64(n) + seed<<40
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	x ^= x >> 31
	return fmt.Sprintf("%04X-%04X-%04X-%04X", x>>48, x>>32&0xffff, x>>16&0xffff, x&0xffff)
}

// instant returns a moment of a day, n seconds after midnight.
func instant(d day.Day, n int) clock.Instant {
	return clock.Instant(int64(d)*microsecondsADay + int64(n)*1_000_000)
}
