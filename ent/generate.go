package ent

//go:generate go run -mod=mod entgo.io/ent/cmd/ent generate --feature sql/modifier,sql/versioned-migration,intercept,sql/execquery,sql/lock,sql/upsert ./schema
