// A certified identity provider on loopback, for tests. It reads its settings as one line of JSON
// from the standard input, prints its issuer, and exits when the input ends. It signs in everyone,
// with the typed login as the subject.
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { generateKeyPairSync } from 'node:crypto'
import { Provider } from 'oidc-provider'

const lines = createInterface({ input: process.stdin })
const settings = JSON.parse((await lines[Symbol.asyncIterator]().next()).value)

const server = createServer((request, response) => handle(request, response))
await new Promise((resolve) => {
  server.listen(0, '127.0.0.1', resolve)
})
const issuer = `http://127.0.0.1:${server.address().port}`

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signing = { ...privateKey.export({ format: 'jwk' }), kid: 'first', use: 'sig', alg: 'RS256' }

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      redirect_uris: [settings.callback],
      backchannel_logout_uri: settings.backchannelLogout,
      backchannel_logout_session_required: true,
    },
    {
      client_id: 'program',
      token_endpoint_auth_method: 'none',
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/returned'],
    },
  ],
  jwks: { keys: [signing] },
  cookies: { keys: ['a key for tests'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.com`, email_verified: true, name: `Name of ${id}` }),
  }),
  pkce: { required: () => true },
  // By default the provider sends no requests to loopback addresses, but all addresses are loopback here.
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_, resource) => ({
        scope: '',
        audience: resource,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 300,
      }),
    },
  },
})
provider.on('server_error', (_, error) => console.error(error))
provider.on('backchannel.error', (_, error) => console.error(error))
const handle = provider.callback()

console.log(issuer)
lines.on('close', () => process.exit(0))
