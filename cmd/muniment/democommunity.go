package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strconv"

	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/origin"
	"github.com/muniment/muniment/internal/samplesite"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// communityServer is the sample community of the demonstration, on a port of its own.
type communityServer struct {
	listener net.Listener
	handler  http.Handler
}

// listenForCommunity opens the listener of the sample community: at the address of the flag, or else at the port after
// that of the server, or at a free one if that is taken.
func (d *DemoCommand) listenForCommunity(ctx context.Context, server net.Addr) (net.Listener, error) {
	const objection = "anybody who reaches the sample community may be any of its members"
	if d.Community != "" {
		return listen(ctx, "community", d.Community, objection)
	}
	host, port, err := net.SplitHostPort(server.String())
	if err != nil {
		return nil, err
	}
	if number, err := strconv.Atoi(port); err == nil && d.Listen != "" && !freePort(d.Listen) && number < 65535 {
		if listener, err := listen(ctx, "community", net.JoinHostPort(host, strconv.Itoa(number+1)),
			objection); err == nil {
			return listener, nil
		}
	}
	return listen(ctx, "community", net.JoinHostPort(host, "0"), objection)
}

// freePort reports whether an address asks for any free port. Then the next one is as good as any other, but would be
// taken from somebody else who asks for one at the same time.
func freePort(address string) bool {
	_, port, err := net.SplitHostPort(address)
	return err == nil && port == "0"
}

// communityKey is the name of the key with which the sample community fetches the tokens of its widgets.
const communityKey = "Sample community"

// createCommunityKey creates that key, and revokes the one of the last start, whose secret nobody knows any more.
func createCommunityKey(ctx context.Context, s *app.Services) (secret string, err error) {
	old, err := s.DB.Client().APIKey.Query().Where(apikey.Name(communityKey), apikey.ProducerRoleNotNil(),
		apikey.RevokedAtIsNil()).IDs(store.Unscoped(ctx)) // keys of the producer belong to no account
	if err != nil {
		return "", err
	}
	for _, id := range old {
		if _, err := s.Access.RevokeKey(ctx, change.Request{Action: "revokeApiKey", Input: id}, id); err != nil {
			return "", err
		}
	}
	in := access.NewKey{Name: communityKey, Producer: vocabulary.ProducerRoleIntegration,
		Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeMintWidgetTokens}}
	_, secret, err = s.Access.CreateKey(ctx, change.Request{Action: "createApiKey", Input: in}, in)
	return secret, err
}

// newCommunity returns the handler of the sample community, whose members are sample users.
func newCommunity(ctx context.Context, s *app.Services, listener net.Listener, muniment string,
	roles []signin.DemoUser, log *slog.Logger) (http.Handler, error) {
	key, err := createCommunityKey(ctx, s)
	if err != nil {
		return nil, fmt.Errorf("make the key of the sample community: %w", err)
	}
	members := map[string]string{}
	for _, user := range roles {
		switch user.Label {
		case "Account administrator":
			members["administrator"] = user.UserID.String()
		case "License manager":
			members["manager"] = user.UserID.String()
		case "Member of the community":
			members["reader"] = user.UserID.String()
		}
	}
	own, _ := origin.Of(&url.URL{Scheme: "http", Host: listener.Addr().String()}) // port 80 is not said
	return samplesite.New(samplesite.Options{Muniment: muniment, Origin: own, Key: key, Members: members,
		Log: log}), nil
}
