// Package plan compares the staged records of an older system with the database and determines what an import would
// do: which records to create or update, which are unchanged, and which were changed both in Muniment and in the
// source. It only reads; internal/legacy/apply writes the changes.
//
// A record of the source becomes an aggregate: one row and the rows that only exist with it, such as a line item with
// its periods, allocations and activations. An aggregate is created, updated or kept as a whole, in one transaction.
package plan
