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

// age is the age of the oldest right of a set, in days.
const age = 6 * 365

// keys generates the ids of one set.
type keys struct {
	shape  Shape
	system string
	// taken holds the keys of the current locality. Keys of different localities cannot collide.
	taken    map[gid.ID]bool
	locality gid.Locality
}

func newKeys(s Shape) *keys {
	return &keys{shape: s, system: "loadset-" + strconv.FormatUint(s.Seed, 10), taken: map[gid.ID]bool{}}
}

// catalog returns the id of a row that no account owns.
func (k *keys) catalog(t gid.Type, key string) gid.ID { return gid.Derive(t, 0, k.system, key, 0) }

// localityOf returns the locality of the i-th account.
func (k *keys) localityOf(i int) gid.Locality {
	return gid.DeriveLocality(k.system, "account "+strconv.Itoa(i))
}

// account returns the id of the i-th account.
func (k *keys) account(i int) gid.ID {
	return gid.Derive(gid.Account, k.localityOf(i), k.system, "account "+strconv.Itoa(i), 0)
}

// user returns the id of the u-th user.
func (k *keys) user(u int) gid.ID {
	key := "user " + strconv.Itoa(u)
	return gid.Derive(gid.User, gid.DeriveLocality(k.system, key), k.system, key, 0)
}

// owned returns the id of a row that an account owns. Call it for the accounts in the order of their localities.
func (k *keys) owned(t gid.Type, l gid.Locality, made clock.Instant, n ...int) gid.ID {
	if k.shape.Keys == ByTime {
		// The key holds the time in place of the locality, in as many steps as there are localities.
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

// random returns the random numbers of one part of the set. They depend only on the seed, the stream and n.
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

// scramble encodes a number so that consecutive numbers do not look alike. Different numbers give different codes.
func scramble(seed uint64, n int) string {
	x := uint64(n) + seed<<40
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	x ^= x >> 31
	return fmt.Sprintf("%04X-%04X-%04X-%04X", x>>48, x>>32&0xffff, x>>16&0xffff, x&0xffff)
}

// instant returns the instant n seconds after midnight of a day.
func instant(d day.Day, n int) clock.Instant {
	return clock.Instant(int64(d)*microsecondsADay + int64(n)*1_000_000)
}
