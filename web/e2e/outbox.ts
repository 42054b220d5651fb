import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'

/**
 * Waits for the mail to an address and returns its only link of a kind, as a path of the server. The directory into which
 * the server writes its mails is named by MUNIMENT_OUTBOX, if no other is given.
 */
export async function linkTo(
  address: string,
  kind: 'invitation' | 'sign-in/link',
  baseURL: string | undefined,
  outbox = process.env.MUNIMENT_OUTBOX,
): Promise<string> {
  const pattern = new RegExp(`https?://[^\\s/]+/${kind}/[\\w-]+`, 'g')
  let links: string[] = []
  await expect
    .poll(
      async () => {
        const letters = (await mails(outbox)).filter((mail) => recipient(mail) === address)
        links = letters.flatMap((mail) => plainText(mail).match(pattern) ?? [])
        return links.length
      },
      { message: `links to ${kind} in mails to ${address}`, timeout: 20_000 },
    )
    .toBe(1)
  const link = new URL(links[0] ?? '')
  expect(link.origin, 'origin of the link').toBe(new URL(baseURL ?? '').origin)
  return link.pathname
}

async function mails(outbox: string | undefined): Promise<string[]> {
  if (!outbox) {
    throw new Error('MUNIMENT_OUTBOX names no directory; set it to the outbox in the data directory of the server')
  }
  const files = (await readdir(outbox)).filter((file) => file.endsWith('.eml'))
  return Promise.all(files.map((file) => readFile(path.join(outbox, file), 'latin1')))
}

interface Part {
  /** Header fields by their names in lower case. */
  headers: Map<string, string>
  body: string
}

function partOf(text: string): Part {
  const [head = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n\n')
  const lines = head.replaceAll(/\n[ \t]+/g, ' ').split('\n')
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { headers, body: rest.join('\n\n') }
}

function recipient(mail: string): string {
  const to = partOf(mail).headers.get('to') ?? ''
  return /<([^>]*)>/.exec(to)?.[1] ?? to
}

/** The text of a mail, or of its part in plain text. */
function plainText(text: string): string {
  const { headers, body } = partOf(text)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1]
  if (boundary) {
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => plainText(part.replace(/^\n/, '')))
      .join('')
  }
  return type.startsWith('text/plain') ? decoded(body, headers.get('content-transfer-encoding')?.toLowerCase()) : ''
}

function decoded(body: string, encoding: string | undefined): string {
  switch (encoding) {
    case 'base64':
      return Buffer.from(body, 'base64').toString()
    case 'quoted-printable':
      return Buffer.from(
        body
          .replaceAll(/=[ \t]*\n/g, '')
          .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
        'latin1',
      ).toString()
    default:
      return Buffer.from(body, 'latin1').toString()
  }
}
