import { execFile, spawn } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { test as guarded } from '../guard.ts'
import { linkTo } from '../outbox.ts'
import { nobody } from '../roles.ts'

const run = promisify(execFile)

// The program takes settings from variables, of which some name the server of the other tests.
const own = Object.entries(process.env).filter(([name]) => !name.startsWith('MUNIMENT_'))
const env = { ...Object.fromEntries(own), TZ: 'UTC' }

/** A server that a producer has started on an empty database, as docs/operating.md says it. */
export interface Producer {
  /** Where it is served, such as http://127.0.0.1:8080. */
  address: string
  /** Where it writes its mails. */
  outbox: string
  /** The address of the only user, who is an operator. */
  operator: string
}

/** The test of a server of its own, on which nobody is signed in and nothing is entered. */
export const test = guarded.extend<{ producer: Producer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
  producer: async ({}, use, testInfo) => {
    const program = process.env.MUNIMENT_PROGRAM ?? (await build(testInfo.outputPath('muniment')))
    const data = testInfo.outputPath('data')
    const operator = 'anna@harbour.example'
    await run(program, ['user', 'add', operator, '--operator', '--data', data], { env })
    const server = await serve(program, data)
    await use({ address: server.address, outbox: path.join(data, 'outbox'), operator })
    expect(await server.stop(), 'status with which the server ends').toBe(0)
    const { stdout } = await run(program, ['doctor', '--data', data], { env })
    expect(stdout, 'what the doctor says of the database').toContain('Healthy')
  },
  baseURL: async ({ producer }, use) => use(producer.address),
  storageState: nobody,
})

/** Builds the program, for a run that names none. */
async function build(program: string): Promise<string> {
  await run('go', ['build', '-o', program, './cmd/muniment'], { cwd: '..' })
  return program
}

/** Starts a server on a free port, and waits until it says where it serves. */
async function serve(program: string, data: string) {
  const server = spawn(program, ['serve', '--data', data, '--listen', '127.0.0.1:0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // It ends with the tests, also if those are ended.
  process.once('exit', () => server.kill())
  let said = ''
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\/accounts)/u.exec(said) ?? []
      if (found !== undefined) {
        resolve(found)
      }
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    void ended.then(() => reject(new Error(`the server does not start: ${said}`)))
  })
  return {
    address,
    stop: () => {
      server.kill('SIGTERM')
      return ended
    },
  }
}

/** Signs in by a link that is sent by mail, and waits for the page to which that leads. */
export async function signIn(page: Page, address: string, { address: baseURL, outbox }: Producer) {
  await page.goto('/')
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.getByRole('status')).toContainText(address)
  await page.goto(await linkTo(address, 'sign-in/link', baseURL, outbox))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.locator('h1').first()).toHaveText(/\S/)
}

/** Becomes a member of an account by the invitation that was sent. */
export async function join(page: Page, invited: string, name: string, { address, outbox }: Producer) {
  await page.goto(await linkTo(invited, 'invitation', address, outbox))
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.waitForURL('**/accounts/*')
}
