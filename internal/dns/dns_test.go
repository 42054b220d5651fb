package dns_test

import (
	"errors"
	"net"
	"slices"
	"strings"
	"testing"

	mdns "github.com/miekg/dns"

	"github.com/muniment/muniment/internal/dns"
)

// listen listens on one port of UDP and TCP. A port that is free for UDP may be taken for TCP, so several are tried.
func listen(t *testing.T) (net.PacketConn, net.Listener) {
	t.Helper()
	for range 20 {
		packets, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		streams, err := net.Listen("tcp", packets.LocalAddr().String())
		if err == nil {
			return packets, streams
		}
		_ = packets.Close()
	}
	t.Fatal("no port is free for both UDP and TCP")
	return nil, nil
}

// serve answers DNS queries for a few names on loopback, and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	packets, streams := listen(t)
	long := strings.Repeat("0123456789", 40)
	handler := mdns.HandlerFunc(func(w mdns.ResponseWriter, q *mdns.Msg) {
		answer := new(mdns.Msg).SetReply(q)
		answer.RecursionAvailable = true
		name := q.Question[0].Name
		add := func(texts ...string) {
			answer.Answer = append(answer.Answer, &mdns.TXT{Txt: texts,
				Hdr: mdns.RR_Header{Name: name, Rrtype: mdns.TypeTXT, Class: mdns.ClassINET, Ttl: 1}})
		}
		switch name {
		case "one.example.":
			add("value")
		case "split.example.":
			add("va", "lu", "e")
		case "long.example.":
			add(long[:200], long[200:])
		case "many.example.": // does not fit in a UDP packet: the client has to retry over TCP
			for range 40 {
				add(long[:100])
			}
			add("value")
			if _, udp := w.RemoteAddr().(*net.UDPAddr); udp {
				answer.Answer, answer.Truncated = nil, true
			}
		case "empty.example.":
		case "broken.example.":
			answer.Rcode = mdns.RcodeServerFailure
		case "refused.example.":
			answer.Rcode = mdns.RcodeRefused
		case "alias.example.":
			answer.Answer = append(answer.Answer, &mdns.CNAME{Target: "one.example.",
				Hdr: mdns.RR_Header{Name: name, Rrtype: mdns.TypeCNAME, Class: mdns.ClassINET, Ttl: 1}})
			name = "one.example."
			add("value")
		default:
			answer.Rcode = mdns.RcodeNameError
		}
		_ = w.WriteMsg(answer)
	})
	for _, server := range []*mdns.Server{{PacketConn: packets, Handler: handler},
		{Listener: streams, Handler: handler}} {
		go func() { _ = server.ActivateAndServe() }()
		t.Cleanup(func() { _ = server.Shutdown() })
	}
	return packets.LocalAddr().String()
}

func TestLookupTXT(t *testing.T) {
	resolver := dns.System(serve(t))
	for name, want := range map[string]string{"one.example": "value", "split.example": "value",
		"many.example": "value", "alias.example": "value",
		"long.example": strings.Repeat("0123456789", 40)} {
		got, err := resolver.LookupTXT(t.Context(), name)
		if err != nil || !slices.Contains(got, want) {
			t.Errorf("%s: %.100q, %v, want %v in it", name, got, err, want)
		}
	}
	for name, missing := range map[string]bool{"none.example": true, "empty.example": true, "broken.example": false,
		"refused.example": false} {
		got, err := resolver.LookupTXT(t.Context(), name)
		if err == nil || errors.Is(err, dns.ErrNotFound) != missing {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
