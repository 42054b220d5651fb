package graph

import (
	"testing"

	"github.com/muniment/muniment/graph/generated"
)

func TestEveryFieldIsFed(t *testing.T) {
	if _, err := newTable(generated.NewExecutableSchema(generated.Config{}).Schema(), &contract{}); err != nil {
		t.Error(err)
	}
}
