package access

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"hash/crc32"
	"strings"
)

// Prefixes of secrets, by which people and secret scanners recognize them.
const (
	sessionPrefix    = "ms_"
	keyPrefix        = "mk_"
	widgetPrefix     = "mw_"
	linkPrefix       = "ml_"
	browserPrefix    = "mb_"
	playgroundPrefix = "mp_"
)

const (
	// secretBits is the number of random bits of a secret.
	secretBits = 160
	// secretDigits is the number of base32 digits of a secret, five bits each.
	secretDigits = secretBits / 5
	// checkDigits is the length of the checksum of a key. It allows a mistyped or invented key to be rejected without
	// a query.
	checkDigits = 6
	// hintBytes is how many bytes of a key are stored in plain text, so that people can tell keys apart.
	hintBytes = 8
)

var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// newSecret returns a random secret.
func newSecret(prefix string) string {
	var bits [secretBits / 8]byte
	_, _ = rand.Read(bits[:]) // it never fails
	return prefix + crockford.EncodeToString(bits[:])
}

// isSecret reports whether a text has the form that newSecret returns.
func isSecret(text, prefix string) bool {
	digits, ok := strings.CutPrefix(text, prefix)
	if !ok || len(digits) != secretDigits {
		return false
	}
	_, err := crockford.DecodeString(digits)
	return err == nil
}

func newKey() string {
	secret := newSecret(keyPrefix)
	return secret + checkOf(secret)
}

func isKey(text string) bool {
	at := len(text) - checkDigits
	return at > 0 && isSecret(text[:at], keyPrefix) && checkOf(text[:at]) == text[at:]
}

// checkOf returns the lower 30 bits of the CRC-32 of a text, in base32.
func checkOf(text string) string {
	sum := crc32.ChecksumIEEE([]byte(text)) << 2
	return crockford.EncodeToString([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})[:checkDigits]
}

// hashOf returns the hash of a secret that is stored. A slow hash would add nothing: secrets have too many random bits
// to be guessed.
func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
