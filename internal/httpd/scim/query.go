package scim

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	filter "github.com/scim2/filter-parser/v2"

	"github.com/muniment/muniment/internal/fault"
)

const (
	// defaultCount and maxCount are the numbers of resources in one response.
	defaultCount, maxCount = 100, 200
	// maxScan limits how many resources of the account are tested against a filter, and how many members of groups one
	// response may contain.
	maxScan = 20_000
	// scanPage is how many resources are read at a time.
	scanPage = 500
)

// query holds the parameters of a list request.
type query struct {
	// filter is nil if none is given.
	filter filter.Expression
	// start is the 1-based index of the first resource. count may be 0, which requests only the total.
	start, count int
	want         selection
}

func queryOf(values url.Values) (query, error) {
	q := query{start: 1, count: defaultCount}
	var err error
	if q.start, err = number(values, "startIndex", 1); err != nil {
		return query{}, err
	}
	if q.count, err = number(values, "count", defaultCount); err != nil {
		return query{}, err
	}
	q.start, q.count = max(q.start, 1), min(max(q.count, 0), maxCount)
	if text := strings.TrimSpace(values.Get("filter")); text != "" {
		if q.filter, err = parseFilter(text); err != nil {
			return query{}, err
		}
	}
	return q, nil
}

func number(values url.Values, name string, otherwise int) (int, error) {
	text := values.Get(name)
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		return 0, refusal(http.StatusBadRequest, "", fault.BadInput, "The parameter "+name+" is not a whole number.")
	}
	return int(n), nil
}

// cut returns the bounds of the requested page in a list of n resources; to is exclusive.
func (q query) cut(n int) (from, to int) {
	from = min(q.start-1, n)
	return from, min(from+q.count, n)
}

func (q query) answer(found page) map[string]any {
	list := make([]any, len(found.resources))
	for i, body := range found.resources {
		list[i] = q.want.of(body)
	}
	return map[string]any{
		"schemas":      []string{"urn:ietf:params:scim:api:messages:2.0:ListResponse"},
		"totalResults": found.total, "startIndex": q.start, "itemsPerPage": len(list), "Resources": list,
	}
}
