package serial

import (
	"io"

	"github.com/99designs/gqlgen/graphql"
)

// Object is an object of the answer with its fields' values, in the order of its selection. Memo makes it.
type Object struct {
	Values    []graphql.Marshaler
	selection *Selection
	invalid   bool
}

// Required notes that a field that may not be null is, and returns it.
func (o *Object) Required(value graphql.Marshaler) graphql.Marshaler {
	if value == graphql.Null {
		o.invalid = true
	}
	return value
}

// Done returns the object, or null where a field that may not be null is.
func (o *Object) Done() graphql.Marshaler {
	if o.invalid {
		return graphql.Null
	}
	return o
}

// MarshalGQL writes the object.
func (o *Object) MarshalGQL(w io.Writer) {
	_, _ = w.Write(openBrace)
	for i, name := range o.selection.names {
		if name != nil {
			_, _ = w.Write(name)
			o.Values[i].MarshalGQL(w)
		}
	}
	_, _ = w.Write(closeBrace)
}

var openBrace, closeBrace = []byte{'{'}, []byte{'}'}

// Room is how many bytes an answer is given to begin with.
const Room = 2 << 10
