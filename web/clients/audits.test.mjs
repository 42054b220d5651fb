// Runs the audits of graphql-http for GraphQL over HTTP, including its recommendations.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serverAudits } from 'graphql-http'
import { endpoint, fetchAsOperator } from './server.mjs'

const audits = serverAudits({ url: endpoint, fetchFn: fetchAsOperator })

test('there are 61 audits', () => assert.equal(audits.length, 61))

for (const audit of audits) {
  test(`audit ${audit.id}: ${audit.name}`, async () => {
    const result = await audit.fn()
    assert.equal(result.status, 'ok', result.reason)
  })
}
