// Documents that the clients with a normalized cache send.
import { parse } from 'graphql'

/** A list of the root, page by page. */
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

/** A list of a row, page by page, with objects that have no id. */
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

/** A row by its id alone. */
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
