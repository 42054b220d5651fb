package ent

//go:generate go tool ent generate --feature sql/modifier,intercept,sql/execquery,sql/lock ./schema
