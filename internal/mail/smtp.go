package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/textproto"
	"slices"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/origin"
)

// Security says how the connection to the mail server is encrypted.
type Security string

// The kinds of encryption.
const (
	// StartTLS upgrades the connection to TLS, and fails if the server does not support it. It is the default, on port
	// 587.
	StartTLS Security = "starttls"
	// TLS connects with TLS, on port 465.
	TLS Security = "tls"
	// NoTLS does not encrypt, on port 25. It is only allowed for a server on the same machine.
	NoTLS Security = "none"
)

// answerTime limits how long the mail server may take for each step.
const answerTime = 20 * time.Second

// ErrConfig is returned for settings of the mail server that are contradictory or unsafe.
var ErrConfig = errors.New("the settings of the mail server are wrong")

// Server holds the settings of the mail server.
type Server struct {
	Host string
	// Port may be 0 for the default port of Security.
	Port int
	// User and Password are empty for a server without authentication.
	User, Password string
	// Security may be empty for StartTLS.
	Security Security
	// Authorities are the trusted certificate authorities; nil is those of the machine.
	Authorities *x509.CertPool
}

// SMTP delivers mails by SMTP.
type SMTP struct {
	host    string
	dial    func(ctx context.Context, network, address string) (net.Conn, error)
	options []mail.Option
}

// NewSMTP returns a delivery to a mail server. It does not connect yet. It returns ErrConfig for invalid settings.
func NewSMTP(server Server) (*SMTP, error) {
	host, ok := mailHost(server.Host)
	if !ok {
		return nil, fmt.Errorf("%w: %.80q is not the name or the address of a host", ErrConfig, server.Host)
	}
	server.Host = host
	encryption := &tls.Config{ServerName: server.Host, MinVersion: tls.VersionTLS12, RootCAs: server.Authorities}
	options := []mail.Option{mail.WithTimeout(answerTime), mail.WithTLSConfig(encryption)}
	dial := new(net.Dialer).DialContext
	port := server.Port
	switch server.Security {
	case StartTLS, "":
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
		port = orElse(port, 587)
	case TLS:
		// The connection is already encrypted, so that the server does not offer STARTTLS. The library must not insist
		// on it.
		options = append(options, mail.WithTLSPolicy(mail.TLSOpportunistic))
		dial = (&tls.Dialer{Config: encryption}).DialContext
		port = orElse(port, 465)
	case NoTLS:
		if !onThisMachine(server.Host) {
			return nil, fmt.Errorf("%w: without encryption it must be on this machine", ErrConfig)
		}
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
		port = orElse(port, 25)
	default:
		return nil, fmt.Errorf("%w: the security must be starttls, tls or none", ErrConfig)
	}
	options = append(options, mail.WithPort(port))
	if (server.User == "") != (server.Password == "") {
		return nil, fmt.Errorf("%w: user and password go together", ErrConfig)
	}
	if server.User != "" {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover),
			mail.WithUsername(server.User), mail.WithPassword(server.Password))
	}
	if _, err := mail.NewClient(server.Host, options...); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrConfig, err)
	}
	return &SMTP{host: server.Host, dial: dial, options: options}, nil
}

// mailHost returns the name or the IP address of a mail server as it is looked up, and whether it can be one. IPv6
// addresses may be in square brackets.
func mailHost(text string) (string, bool) {
	if !email.IsASCII(text) {
		return email.CanonicalDomain(text)
	}
	if address, err := netip.ParseAddr(text); err == nil {
		return address.String(), true
	}
	host, ok := origin.Host(text)
	return strings.Trim(host, "[]"), ok
}

func orElse(port, usual int) int {
	if port == 0 {
		return usual
	}
	return port
}

func onThisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Deliver implements Delivery.
func (s *SMTP) Deliver(ctx context.Context, letter Letter) error {
	message, err := compose(letter)
	if err != nil {
		return err
	}
	// The library does not close a connection that fails early, and ignores ctx once it is connected.
	var conn net.Conn
	stop := func() bool { return true }
	defer func() {
		if stop(); conn != nil {
			_ = conn.Close()
		}
	}()
	dial := func(dialing context.Context, network, address string) (net.Conn, error) {
		opened, err := s.dial(dialing, network, address)
		if err != nil {
			return nil, err
		}
		conn = opened
		stop = context.AfterFunc(ctx, func() { _ = opened.Close() })
		return opened, nil
	}
	client, err := mail.NewClient(s.host, append(slices.Clone(s.options), mail.WithDialContextFunc(dial))...)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrConfig, err)
	}
	err = send(ctx, client, message, letter)
	if message.IsDelivered() {
		// Errors after the server has accepted the mail do not matter.
		return nil
	}
	return explain(err)
}

// send connects to the mail server and sends a message. It returns ErrRefused if the server does not take addresses
// with local parts outside ASCII and the letter has one: such an address must not be sent to it (RFC 6531, 3.2).
func send(ctx context.Context, client *mail.Client, message *mail.Msg, letter Letter) error {
	session, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return err
	}
	takesUTF8, _ := session.Extension("SMTPUTF8")
	if !takesUTF8 && !email.IsASCII(email.Wire(letter.To)+letter.From.Address) {
		_ = client.CloseWithSMTPClient(session) // the server's answer to QUIT may contain the address
		return fmt.Errorf("%w: the mail server takes only ASCII characters before the at sign", ErrRefused)
	}
	return errors.Join(client.SendWithSMTPClient(session, message), client.CloseWithSMTPClient(session))
}

// explain returns an error with a text of our own, because the server's text may contain the address.
func explain(err error) error {
	var (
		sending *mail.SendError
		answer  *textproto.Error
	)
	switch {
	case errors.Is(err, ErrRefused):
		return err
	case errors.As(err, &sending):
		switch code := sending.ErrorCode(); {
		case code == 0:
			return errors.New("the connection to the mail server broke off")
		case code >= 500 && !signInRefused(code):
			return fmt.Errorf("%w by the mail server with code %d", ErrRefused, code)
		default:
			return fmt.Errorf("the mail server did not take the mail for now: code %d", code)
		}
	case errors.As(err, &answer):
		return fmt.Errorf("the mail server refused the connection with code %d", answer.Code)
	}
	return fmt.Errorf("reach the mail server: %w", err)
}

// signInRefused reports whether a code is caused by our credentials or settings. Such mails are retried, because the
// settings can be corrected.
func signInRefused(code int) bool { return code == 530 || code == 534 || code == 535 || code == 538 }
