package samplesite

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// giveToken answers the pages of the site with a widget token for the member who is signed in, or with 204 if nobody
// is. A site of your own finds out the member by its session.
func (s *site) giveToken(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	member, signedIn := s.memberOf(r)
	if !signedIn {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	token, err := s.mintWidgetToken(r.Context(), member)
	if err != nil {
		s.log.ErrorContext(r.Context(), "the sample site got no widget token", "error", err)
		http.Error(w, "no token for the widgets", http.StatusBadGateway)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(token) // the browser has gone
}

// widgetToken is what the pages get.
type widgetToken struct {
	Token     string `json:"token"`
	ExpiresAt string `json:"expiresAt"`
}

// mintWidgetToken asks Muniment for a token for a user. Only this server has the key, which can do nothing else.
func (s *site) mintWidgetToken(ctx context.Context, user string) (*widgetToken, error) {
	body, err := json.Marshal(map[string]any{
		"query": `mutation ($input: MintWidgetTokenInput!) {
			mintWidgetToken(input: $input) { token expiresAt errors { code message } }
		}`,
		"variables": map[string]any{"input": map[string]any{"user": user, "origins": []string{s.origin}}},
	})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.muniment+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+s.key)
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	type refusal struct{ Message string }
	var answer struct {
		Data struct {
			MintWidgetToken *struct {
				widgetToken
				Errors []refusal
			}
		}
		Errors []refusal
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, err
	}
	minted := answer.Data.MintWidgetToken
	if len(answer.Errors) > 0 || minted == nil || len(minted.Errors) > 0 {
		return nil, fmt.Errorf("no widget token: %+v", answer)
	}
	return &minted.widgetToken, nil
}
