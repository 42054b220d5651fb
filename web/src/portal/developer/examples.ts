/** The ways to ask that the page shows, in their order. */
export const clients = ['curl', 'fetch', 'urql'] as const
export type ClientName = (typeof clients)[number]

/** Where an operation is sent, and about which account. */
type Target = { endpoint: string; account: string }

/** The environment variable that has the key. A key in the text of a program would soon be in the wrong hands. */
export const keyVariable = 'MUNIMENT_KEY'

/** The file in which an example is saved and run, and how, in words of a shell. */
export const runs: Record<ClientName, string> = {
  curl: `export ${keyVariable}=mk_…`,
  fetch: `${keyVariable}=mk_… node lines.mjs`,
  urql: `npm install @urql/core graphql && ${keyVariable}=mk_… node lines.mjs`,
}

/** Examples that work as they are, if the environment has a key: each lists line items of the account. */
export const examples: Record<ClientName, (target: Target) => string> = {
  curl: ({ endpoint, account }) => `curl ${endpoint} \\
  -H "Authorization: Bearer $${keyVariable}" \\
  -H 'Content-Type: application/json' \\
  -d '{
    "query": "query Lines($account: ID!) { lineItems(filter: {account: $account}, first: 10) { totalCount nodes { activationId status endsOn product { name } } } }",
    "variables": {"account": "${account}"}
  }'`,

  fetch: ({ endpoint, account }) => `const query = \`
  query Lines($account: ID!, $after: String) {
    lineItems(filter: { account: $account }, first: 50, after: $after) {
      nodes { activationId status endsOn product { name } }
      pageInfo { hasNextPage endCursor }
    }
  }\`

const lines = []
let page = { hasNextPage: true, endCursor: null }
while (page.hasNextPage) {
  const variables = { account: '${account}', after: page.endCursor }
  const answer = await fetch('${endpoint}', {
    method: 'POST',
    headers: {
      Authorization: \`Bearer \${process.env.${keyVariable}}\`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(\`\${errors[0].extensions.code}: \${errors[0].message}\`)
  lines.push(...data.lineItems.nodes)
  page = data.lineItems.pageInfo
}
console.log(JSON.stringify(lines, null, 2))`,

  urql: ({ endpoint, account }) => `import { Client, fetchExchange, gql } from '@urql/core'

const client = new Client({
  url: '${endpoint}',
  preferGetMethod: false,
  exchanges: [fetchExchange],
  fetchOptions: { headers: { Authorization: \`Bearer \${process.env.${keyVariable}}\` } },
})

const Lines = gql\`
  query Lines($account: ID!) {
    lineItems(filter: { account: $account }, first: 10) {
      totalCount
      nodes { id activationId status endsOn product { id name } }
    }
  }\`

const { data, error } = await client.query(Lines, { account: '${account}' }).toPromise()
if (error) throw error
console.log(JSON.stringify(data.lineItems.nodes, null, 2))`,
}
