package ent

//go:generate go tool ent generate --feature sql/modifier,sql/versioned-migration,intercept,sql/execquery,sql/lock,sql/upsert ./schema
