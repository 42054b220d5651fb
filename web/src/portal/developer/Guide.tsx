import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import type { KeyScope } from '../contract/types.ts'
import { Identifier } from '../kit/Identifier.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './Developers.module.css'
import { type ClientName, clients, examples, runs } from './examples.ts'
import { Inline } from './Inline.tsx'
import { texts } from './texts.ts'

const scopes: readonly KeyScope[] = ['READ', 'WRITE', 'PROVISION', 'MINT_WIDGET_TOKENS']

/** The address of the contract, as programs elsewhere need it. */
const endpoint = () => new URL('/graphql', location.origin).href

/** Where and with what to ask, examples, and what holds for every request. */
export function Guide({ account }: { account: string }) {
  return (
    <>
      <Address account={account} />
      <Credentials account={account} />
      <Examples account={account} />
      <Rules account={account} />
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Address({ account }: { account: string }) {
  const t = useTexts(texts).address
  return (
    <Section id="developer-address" title={t.title}>
      <p>
        <Inline text={t.text} />
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{t.endpoint}</dt>
          <dd>
            <Identifier value={endpoint()} />
          </dd>
        </div>
        <div>
          <dt>{t.header}</dt>
          <dd>
            <Identifier value="Authorization: Bearer mk_…" />
          </dd>
        </div>
        <div>
          <dt>{t.account}</dt>
          <dd>
            <Identifier value={account} />
          </dd>
        </div>
      </dl>
    </Section>
  )
}

function Credentials({ account }: { account: string }) {
  const t = useTexts(texts).credentials
  const [{ data }] = useQuery({ query: AccountDocument, variables: { account } })
  return (
    <Section id="developer-credentials" title={t.title}>
      <h3>{t.key.who}</h3>
      <p>{t.key.what}</p>
      <p className={styles.links}>
        <Link to="/accounts/$account/settings" params={{ account }} hash="keys">
          {t.key.own}
        </Link>
        {data?.account?.viewerCanManageMembers && (
          <Link to="/accounts/$account/settings" params={{ account }} hash="account-keys">
            {t.key.ofAccount}
          </Link>
        )}
      </p>
      <p>{t.key.scopes}</p>
      <dl className={styles.facts}>
        {scopes.map((scope) => (
          <div key={scope}>
            <dt>
              <code>{scope}</code>
            </dt>
            <dd>
              <Inline text={t.scope[scope]} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t.token.who}</h3>
      <p>
        <Inline text={t.token.what} />
      </p>
      <p className={styles.links}>
        <Link
          to="/accounts/$account/developers"
          params={{ account }}
          search={{ type: 'Mutation' }}
          hash="mintWidgetToken"
          hashScrollIntoView={false}
        >
          {t.token.link}
        </Link>
      </p>
      <h3>{t.session.who}</h3>
      <p>
        <Inline text={t.session.what} />
      </p>
      <p className={styles.links}>
        <a href="/playground/">{t.session.link}</a>
      </p>
    </Section>
  )
}

function Examples({ account }: { account: string }) {
  const t = useTexts(texts).examples
  return (
    <Section id="developer-examples" title={t.title}>
      <p>{t.text}</p>
      {clients.map((client) => (
        <Example key={client} client={client} account={account} />
      ))}
    </Section>
  )
}

/** A program that works as it is shown, with a button that copies it. */
function Example({ client, account }: { client: ClientName; account: string }) {
  const t = useTexts(texts).examples
  const code = examples[client]({ endpoint: endpoint(), account })
  return (
    <figure className={styles.example}>
      <figcaption>
        <div>
          <h3>{t.name[client]}</h3>
          <p>
            <Inline text={t.about[client]} />
          </p>
        </div>
        <CopyButton text={code} label={t.copyWhich(client)} />
      </figcaption>
      <pre lang="en" translate="no">
        <code data-example={client}>{code}</code>
      </pre>
      <p className={styles.run}>
        {t.run[client]}{' '}
        <code lang="en" translate="no">
          {runs[client]}
        </code>
      </p>
    </figure>
  )
}

function Rules({ account }: { account: string }) {
  const t = useTexts(texts).rules
  const rules: { name: string; what: string; link?: ReactNode }[] = [
    t.limits,
    {
      ...t.errors,
      link: (
        <Link to="/accounts/$account/developers" params={{ account }} search={{ tab: 'codes' }}>
          {t.errors.link}
        </Link>
      ),
    },
    t.pages,
    {
      ...t.day,
      link: (
        <Link
          to="/accounts/$account/developers"
          params={{ account }}
          search={{ type: 'LineItem' }}
          hash="status"
          hashScrollIntoView={false}
        >
          {t.day.link}
        </Link>
      ),
    },
    t.dryRun,
    t.repeat,
    t.hash,
    t.copies,
  ]
  return (
    <Section id="developer-rules" title={t.title}>
      <dl className={styles.facts}>
        {rules.map(({ name, what, link }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Inline text={what} />
              {link !== undefined && <span className={styles.links}> {link}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
