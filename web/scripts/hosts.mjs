/**
 * Addresses of other hosts in a build. A page asks no host but its own; an address that is only a name or a part of a
 * message is listed here with its reason, and every other one is a finding. That none is asked is tested in browsers.
 */
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Addresses by the part of the build that may contain them. Those that end in "/" cover what is below. */
const known = {
  portal: [
    // Names of languages, which are not asked for.
    'http://www.w3.org/1999/xlink',
    'http://www.w3.org/XML/1998/namespace',
    'http://www.w3.org/2000/svg',
    'http://www.w3.org/1998/Math/MathML',
    // Where the forms of scalars are described, and an example in the reference of the contract. The page shows them as text.
    'https://www.rfc-editor.org/rfc/',
    'https://community.example.com',
    'https://commonmark.org/',
    // The router reads addresses without a host as if they were below it.
    'http://localhost',
    // Where messages of React, of the cache and of the bundler for developers say that there is more to read.
    'https://react.dev/errors/',
    'https://bit.ly/2XbVrpR#',
    'https://rolldown.rs/in-depth/bundling-cjs#require-external-modules',
  ],
  playground: [
    'http://www.w3.org/1999/xlink',
    'http://www.w3.org/1999/xhtml',
    'http://www.w3.org/XML/1998/namespace',
    'http://www.w3.org/2000/svg',
    'http://www.w3.org/1998/Math/MathML',
    // Names of the forms of JSON Schema.
    'http://json-schema.org/',
    'https://json-schema.org/draft/',
    // Where messages and descriptions of React, GraphQL, Prettier and the editors say that there is more to read, and
    // what the menu and the help of the editor link to. Nothing of it is loaded.
    'https://react.dev/errors/',
    'https://yarnpkg.com/en/docs/selective-version-resolutions',
    'https://commonmark.org/',
    'https://en.wikipedia.org/wiki/IEEE_floating_point',
    'https://prettier.io/docs/plugins#optional-embed',
    'https://code.visualstudio.com/',
    'https://microsoft.com',
    'https://github.com/aioutecism/monaco-emacs',
    'https://github.com/brijeshb42/monaco-vim',
    'https://github.com/graphql/graphiql',
    'https://github.com/graphql/graphiql/tree/main/packages/monaco-graphql#custom-webworker-for-passing-non-static-config-to-worker',
    'https://github.com/markedjs/marked',
    'https://github.com/microsoft/monaco-editor#faq',
    'https://github.com/microsoft/monaco-editor/blob/main/LICENSE.txt',
  ],
}

/** An address with a host that is written out; one that a program puts together is tested in browsers. */
const address = /\b(?:https?|wss?):\/\/[a-z\d][^\s"'`<>\\)]*/giu

const isKnown = (found, part) =>
  (known[part] ?? []).some((entry) => (entry.endsWith('/') ? found.startsWith(entry) : found === entry))

/**
 * Finds addresses of other hosts.
 *
 * @param files content by path below web/dist
 * @returns a sentence for each
 */
export function strangeAddresses(files) {
  const findings = []
  for (const [name, content] of files) {
    const [part] = name.split(path.sep)
    // Fonts have the address of their license in them; licenses have addresses of their authors.
    if (!/\.(?:br|woff2)$/u.test(name) && !name.includes('third-party-licenses')) {
      const text = (name.endsWith('.gz') ? gunzipSync(content) : content).toString('latin1')
      for (const [found] of text.matchAll(address)) {
        const bare = found.replace(/[.,;:]+$/u, '')
        if (!isKnown(bare, part)) {
          findings.push(`${name} has the address ${bare}`)
        }
      }
    }
  }
  return findings
}
