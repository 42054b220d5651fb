package main

import (
	"fmt"
	"slices"
	"strings"
)

// logLevel is the value of --log-level; "" is the default of the command.
type logLevel string

var logLevels = []string{"debug", "info", "warn", "error"}

// UnmarshalText implements encoding.TextUnmarshaler.
func (l *logLevel) UnmarshalText(text []byte) error { return oneOf(l, text, logLevels) }

// smtpSecurity is the value of --smtp-security; "" is the default.
type smtpSecurity string

var smtpSecurities = []string{"starttls", "tls", "none"}

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *smtpSecurity) UnmarshalText(text []byte) error { return oneOf(s, text, smtpSecurities) }

// oneOf sets a value to one of the allowed words, or to "".
func oneOf[T ~string](value *T, text []byte, allowed []string) error {
	word := string(text)
	if word != "" && !slices.Contains(allowed, word) {
		return fmt.Errorf("%.40q is not one of %s", word, strings.Join(allowed, ", "))
	}
	*value = T(word)
	return nil
}
