// Documents that the clients with a normalized cache send.
import { parse } from 'graphql'

/** A list in the root type, page by page. */
export const accounts = parse(`
  query Accounts($first: Int!, $after: String, $filter: AccountFilterInput) {
    accounts(first: $first, after: $after, orderBy: NAME, filter: $filter) {
      totalCount
      edges {
        cursor
        node {
          id
          name
          kind
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
`)

/** A list in an object, page by page, with nested objects that have no id. */
export const entitlements = parse(`
  query Entitlements($id: ID!, $first: Int!, $after: String) {
    account(id: $id) {
      id
      name
      entitlements(first: $first, after: $after, orderBy: NUMBER) {
        edges {
          cursor
          node {
            id
            number
            lineItems(first: 2) {
              nodes {
                id
                status
                granted {
                  amount
                  unit {
                    id
                    code
                  }
                }
              }
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

/** An object by its id alone. */
export const anyNode = parse(`
  query Node($id: ID!) {
    node(id: $id) {
      id
      ... on Account {
        name
        kind
      }
      ... on Entitlement {
        number
      }
    }
  }
`)

/** A mutation with its effects. Effects have no id, so that caches do not merge them into the changed object. */
export const createKey = parse(`
  mutation CreateKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey {
        id
        name
        user {
          id
          userName
        }
      }
      auditEntry {
        id
        action
        subjectId
      }
      effects {
        kind
        subjectId
        label
        field
        after {
          __typename
          text
          ... on MomentValue {
            moment
          }
          ... on EnumListValue {
            enum
            values
          }
        }
      }
      errors {
        code
        parameters {
          name
          value {
            text
          }
        }
      }
    }
  }
`)

/** Revokes the key. */
export const revokeKey = parse(`
  mutation RevokeKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        id
        revokedAt
      }
      errors {
        code
      }
    }
  }
`)

/** The keys of the viewer. The viewer has no id, because there is only one. */
export const keys = parse(`
  query Keys {
    viewer {
      name
      apiKeys {
        id
        name
        revokedAt
      }
    }
  }
`)

/** An audit entry by its id. */
export const record = parse(`
  query Record($id: ID!) {
    node(id: $id) {
      id
      ... on AuditEntry {
        action
        subjectId
      }
    }
  }
`)

/** Checks the payload of createKey for a key with this name. */
export function checkKeyMade(assert, { apiKey, auditEntry, effects, errors }, name) {
  assert.deepEqual(errors, [])
  assert.equal(apiKey.name, name)
  assert.equal(auditEntry.action, 'createApiKey')
  assert.equal(auditEntry.subjectId, apiKey.id)
  assert.deepEqual([...new Set(effects.map(({ subjectId }) => subjectId))], [apiKey.id])
  const scopes = effects.find(({ field }) => field === 'scopes').after
  assert.deepEqual(scopes, { __typename: 'EnumListValue', text: 'read', enum: 'KeyScope', values: ['READ'] })
  const ends = effects.find(({ field }) => field === 'expiresAt').after
  assert.match(ends.moment, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  const english = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  assert.ok(ends.text.startsWith(new Date(ends.moment).toLocaleDateString('en-GB', english)))
}
