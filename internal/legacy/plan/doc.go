// Package plan compares the staged records of an older system with the database and says what an import would do:
// what is to be created or updated, what stays as it is, and where somebody changed a record here that the source
// changed as well. It reads only; internal/legacy/apply carries out what it says.
//
// A record of the source becomes an aggregate: one row and the rows that only exist with it, such as a line item with
// its periods, allocations and activations. An aggregate is created, updated or kept as a whole, in one transaction.
package plan
