package mail_test

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"math/big"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// received is a mail that the server has accepted.
type received struct {
	recipient, text string
	encrypted       bool
	user            string
}

// smtpd is a small mail server on this machine.
type smtpd struct {
	listener net.Listener
	config   *tls.Config
	pool     *x509.CertPool

	// startTLS offers STARTTLS; implicit uses TLS from the start.
	startTLS, implicit bool
	// answer may override the response to a verb, or to the end of a mail (".").
	answer func(verb, line string) string
	// dropAfter closes the connection after a mail was accepted.
	dropAfter bool

	mu    sync.Mutex
	mails []received
	lines []string
	came  chan received
	wait  sync.WaitGroup
}

// serveMail starts a server, after set has changed it.
func serveMail(t *testing.T, set func(*smtpd)) *smtpd {
	t.Helper()
	s := &smtpd{came: make(chan received, 100)}
	s.config, s.pool = certificate(t)
	if set != nil {
		set(s)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.listener = listener
	s.wait.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			s.wait.Go(func() {
				defer conn.Close()
				s.talk(conn)
			})
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		s.wait.Wait()
	})
	return s
}

func certificate(t *testing.T) (*tls.Config, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true,
		BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}, pool
}

func (s *smtpd) port() int { return s.listener.Addr().(*net.TCPAddr).Port }

func (s *smtpd) all() []received {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]received(nil), s.mails...)
}

// said returns all commands that clients have sent.
func (s *smtpd) said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.lines, "\n")
}

func (s *smtpd) talk(conn net.Conn) {
	encrypted, user, recipient := s.implicit, "", ""
	if s.implicit {
		conn = tls.Server(conn, s.config)
	}
	_ = conn.SetDeadline(time.Now().Add(time.Minute))
	in := bufio.NewReader(conn)
	say := func(line string) { fmt.Fprintf(conn, "%s\r\n", line) }
	say("220 test ESMTP")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimRight(line, "\r\n")
		s.mu.Lock()
		s.lines = append(s.lines, line)
		s.mu.Unlock()
		verb, rest, _ := strings.Cut(line, " ")
		verb = strings.ToUpper(verb)
		if s.answer != nil {
			if answer := s.answer(verb, line); answer != "" {
				say(answer)
				continue
			}
		}
		switch verb {
		case "EHLO":
			say("250-test")
			if s.startTLS && !encrypted {
				say("250-STARTTLS")
			}
			if encrypted {
				say("250-AUTH PLAIN")
			}
			say("250 8BITMIME")
		case "STARTTLS":
			say("220 go ahead")
			conn = tls.Server(conn, s.config)
			in, encrypted = bufio.NewReader(conn), true
		case "AUTH":
			user = rest
			say("235 welcome")
		case "RCPT":
			recipient = rest
			say("250 ok")
		case "DATA":
			say("354 go ahead")
			var text strings.Builder
			for {
				line, err := in.ReadString('\n')
				if err != nil {
					return
				}
				if line == ".\r\n" {
					break
				}
				text.WriteString(line)
			}
			if s.answer != nil {
				if answer := s.answer(".", ""); answer != "" {
					say(answer)
					continue
				}
			}
			got := received{recipient: recipient, text: text.String(), encrypted: encrypted, user: user}
			s.mu.Lock()
			s.mails = append(s.mails, got)
			s.mu.Unlock()
			say("250 taken")
			s.came <- got
			if s.dropAfter {
				return
			}
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}
