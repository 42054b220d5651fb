package plan

import "github.com/vektah/gqlparser/v2/ast"

// NewTableOfAnyNulls is NewTable without checkNulls, so that tests can use schemas with nullability that checkNulls
// refuses.
func NewTableOfAnyNulls(schema *ast.Schema, decode Decode, objects ...*Object) (*Table, error) {
	return newTable(schema, decode, nil, objects)
}
