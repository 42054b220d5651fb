package plan

import "github.com/vektah/gqlparser/v2/ast"

// NewTableOfAnyNulls is NewTable for contracts that let nulls be where ours does not, so that tests see how far they reach.
func NewTableOfAnyNulls(schema *ast.Schema, decode Decode, objects ...*Object) (*Table, error) {
	return newTable(schema, decode, nil, objects)
}
