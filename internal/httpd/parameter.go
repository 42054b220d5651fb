package httpd

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/fault"
)

// parametersOf returns the parameters of an error in the form that UserError.parameters has in the schema.
func parametersOf(list []fault.Parameter) []map[string]any {
	out := make([]map[string]any, len(list))
	for i, p := range model.ParametersOf(list) {
		out[i] = map[string]any{"name": p.Name, "value": fieldsOf(p.Value)}
	}
	return out
}

// fieldsOf returns the name of the type and all fields of a value, with scalars as GraphQL writes them.
func fieldsOf(v model.Value) map[string]any {
	object := reflect.ValueOf(v).Elem()
	out := map[string]any{"__typename": object.Type().Name()}
	for i := range object.NumField() {
		name, _, _ := strings.Cut(object.Type().Field(i).Tag.Get("json"), ",")
		out[name] = object.Field(i).Interface()
		if scalar, ok := out[name].(graphql.Marshaler); ok {
			var text bytes.Buffer
			scalar.MarshalGQL(&text)
			out[name] = json.RawMessage(text.Bytes())
		}
	}
	out["text"] = shorten(out["text"].(string))
	return out
}
