package access

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/viewer"
)

// playgroundLife is how long a playground token is valid. The playground exchanges a new one before.
const playgroundLife = 5 * time.Minute

// instantBytes is the length of the time at the beginning of a playground token.
const instantBytes = 8

// A playground token is the time at which it expires, and a code that only who knows the token of the session can
// compute. Nothing of it is stored: it is checked with the cookie of its session, without which it is worth nothing.
// So it ends with the session.

// NewPlaygroundToken returns a token with which the playground may send the text of documents in a session, and when
// it expires. It returns UNAUTHENTICATED for a session that is unknown or has ended.
func (s *Service) NewPlaygroundToken(ctx context.Context, session string) (string, clock.Instant, error) {
	if _, err := s.Session(ctx, session); err != nil {
		return "", 0, err
	}
	expires := s.now().Add(playgroundLife)
	return playgroundToken(session, expires), expires, nil
}

// Playground returns the viewer of a session whose request has a playground token: that of the session, which may send
// the text of documents, too. It returns UNAUTHENTICATED unless the session is valid and the token is one of it that
// has not expired.
func (s *Service) Playground(ctx context.Context, session, token string) (*viewer.Viewer, error) {
	digits, named := strings.CutPrefix(token, playgroundPrefix)
	content, err := crockford.DecodeString(digits)
	if !named || err != nil || len(content) < instantBytes {
		return nil, unauthenticated()
	}
	expires := clock.Instant(binary.BigEndian.Uint64(content))
	if now := s.now(); expires <= now || expires > now.Add(playgroundLife) ||
		!hmac.Equal([]byte(token), []byte(playgroundToken(session, expires))) {
		return nil, unauthenticated()
	}
	who, err := s.Session(ctx, session)
	if err != nil {
		return nil, err
	}
	inPlayground := *who
	inPlayground.Playground = true
	return &inPlayground, nil
}

// IsPlaygroundToken reports whether a bearer token is one of the playground, valid or not.
func IsPlaygroundToken(token string) bool { return strings.HasPrefix(token, playgroundPrefix) }

func playgroundToken(session string, expires clock.Instant) string {
	content := binary.BigEndian.AppendUint64(nil, uint64(expires))
	code := hmac.New(sha256.New, []byte(session))
	code.Write([]byte("playground "))
	code.Write(content)
	return playgroundPrefix + crockford.EncodeToString(code.Sum(content)[:instantBytes+secretBits/8])
}
