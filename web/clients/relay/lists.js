// Documents as an application with Relay writes them. relay.test.mjs compiles them against the contract.
import { graphql } from 'relay-runtime'

// A list in the root type, with a filter and an order.
export const accounts = graphql`
  fragment lists_accounts on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 3 }, cursor: { type: "String" }, text: { type: "String" })
  @refetchable(queryName: "listsAccountsPageQuery") {
    accounts(first: $count, after: $cursor, orderBy: NAME, filter: { text: $text }) @connection(key: "lists_accounts") {
      totalCount
      edges {
        node {
          ...lists_account
        }
      }
    }
  }
`

// One object, which is fetched again by its id.
export const account = graphql`
  fragment lists_account on Account
  @argumentDefinitions(lines: { type: "Int", defaultValue: 1 })
  @refetchable(queryName: "listsAccountAgainQuery") {
    id
    name
    kind
    lineItems(first: $lines) {
      totalCount
      edges {
        node {
          endsOn
          status
        }
      }
    }
  }
`

// A list in an object. Further pages are fetched by node(id:).
export const entitlements = graphql`
  fragment lists_entitlements on Account
  @argumentDefinitions(count: { type: "Int", defaultValue: 4 }, cursor: { type: "String" })
  @refetchable(queryName: "listsEntitlementsPageQuery") {
    name
    entitlements(first: $count, after: $cursor, orderBy: NUMBER) @connection(key: "lists_entitlements") {
      edges {
        node {
          id
          number
          lineItems(first: 2) {
            edges {
              node {
                activationId
                granted {
                  amount
                  unit {
                    code
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`

// A list with pagination in both directions, in which each page replaces the previous one.
export const products = graphql`
  fragment lists_products on Query
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  )
  @refetchable(queryName: "listsProductsPageQuery") {
    products(first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          name
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
`

export const accountsQuery = graphql`
  query listsAccountsQuery($text: String) {
    ...lists_accounts @arguments(text: $text)
  }
`

export const entitlementsQuery = graphql`
  query listsEntitlementsQuery($id: ID!) {
    account(id: $id) {
      ...lists_entitlements
    }
  }
`

export const nodesQuery = graphql`
  query listsNodesQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Entitlement {
        number
        account {
          id
        }
      }
    }
  }
`

// A mutation with its effects, which are values without an id and are part of the payload.
export const keyMutation = graphql`
  mutation listsKeyMutation($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey {
        id
        name
      }
      auditEntry {
        id
        action
      }
      effects {
        subjectId
        label
        field
        after {
          __typename
          text
          ... on EnumListValue {
            values
          }
        }
      }
      errors {
        code
      }
    }
  }
`

export const revokeMutation = graphql`
  mutation listsRevokeMutation($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        id
        isActive
      }
      errors {
        code
      }
    }
  }
`
