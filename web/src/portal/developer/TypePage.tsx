import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { Notice } from '../kit/Notice.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { useContract } from './contractContext.ts'
import { TypeLink, TypeOf } from './links.tsx'
import { operationOf, playgroundOf } from './operation.ts'
import { anchorOf, useShown } from './place.ts'
import { Prose } from './Prose.tsx'
import { type Entry, type Field, type Input, roots, type Use, type Value } from './reference.ts'
import styles from './Reference.module.css'
import { texts } from './texts.ts'

/** A type: what it is, what it has, and what uses it. */
export function TypePage({ name, chosen }: { name: string; chosen: string }) {
  const t = useTexts(texts).reference
  const { contract, account } = useContract()
  const entry = contract.byName.get(name)
  const heading = useRef<HTMLHeadingElement>(null)
  useShown(chosen, heading)
  const all = (
    <p className={styles.back}>
      <Link
        to="/accounts/$account/developers"
        params={{ account }}
        search={{ tab: 'reference' }}
        className={styles.link}
      >
        {t.all}
      </Link>
    </p>
  )
  if (!entry) {
    return (
      <div className={styles.page}>
        {all}
        <Notice title={t.unknown(name)}>
          <p>{t.unknownNext}</p>
        </Notice>
      </div>
    )
  }
  return (
    <article className={styles.page} aria-labelledby="contract-type">
      {all}
      <h2 id="contract-type" ref={heading} tabIndex={-1} className={styles.type}>
        <code lang="en" translate="no">
          {name}
        </code>
        <span className={styles.kind}>{t.kind[entry.kind]}</span>
      </h2>
      <Prose text={entry.about} within={name} />
      <Facts entry={entry} />
      {entry.fields && (
        <section className={styles.part} aria-labelledby="contract-fields">
          <h3 id="contract-fields" className={styles.partTitle}>
            {entry.kind === 'DIRECTIVE' ? t.args : t.fields}
          </h3>
          {entry.fields.map((field) => (
            <Member key={field.name} owner={entry} field={field} chosen={field.name === chosen} />
          ))}
        </section>
      )}
      {entry.values && <Values values={entry.values} within={name} chosen={chosen} />}
      <Uses title={t.returnedBy} uses={contract.returnedBy.get(name) ?? []} />
      <Uses title={t.takenBy} uses={contract.takenBy.get(name) ?? []} />
    </article>
  )
}

/** What a type is related to. */
function Facts({ entry: { oneOf, interfaces, members, locations, url } }: { entry: Entry }) {
  const t = useTexts(texts).reference
  const lists = [
    { name: t.implements, types: interfaces ?? [] },
    { name: t.members, types: members ?? [] },
  ].filter(({ types }) => types.length > 0)
  return (
    <>
      {oneOf && <p className={styles.prose}>{t.oneOf}</p>}
      {url !== undefined && (
        <p className={styles.prose}>
          {t.form} <code className={styles.long}>{url}</code>
        </p>
      )}
      {(lists.length > 0 || locations !== undefined) && (
        <dl className={styles.more}>
          {lists.map(({ name, types }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <ul className={styles.names}>
                  {types.map((type) => (
                    <li key={type}>
                      <TypeLink type={type} />
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
          {locations !== undefined && (
            <div>
              <dt>{t.locations}</dt>
              <dd>
                <code lang="en">{locations.join(', ')}</code>
              </dd>
            </div>
          )}
        </dl>
      )}
    </>
  )
}

/** A field with its type, what it means, and its arguments. */
function Member({ owner, field, chosen }: { owner: Entry; field: Field; chosen: boolean }) {
  const t = useTexts(texts).reference
  const { contract, account } = useContract()
  const { name, type, about, args = [], deprecated } = field
  const anchor = anchorOf(name)
  return (
    <section
      id={anchor}
      className={styles.member}
      data-chosen={chosen}
      tabIndex={-1}
      aria-labelledby={`${anchor}-name`}
    >
      <div className={styles.head}>
        <h4 id={`${anchor}-name`} className={styles.name}>
          <TypeLink type={owner.name} hash={name} look="quiet">
            <code>{name}</code>
          </TypeLink>
        </h4>
        <TypeOf type={type} />
        <Usual of={field} />
        {roots.includes(owner.name) && (
          <a
            className={styles.play}
            href={playgroundOf(operationOf(contract, owner.name, field, account))}
            aria-label={t.playgroundWhich(name)}
            title={t.playgroundWhich(name)}
          >
            {t.playground}
          </a>
        )}
      </div>
      <Prose text={about} within={owner.name} />
      <Deprecated reason={deprecated} />
      {args.length > 0 && (
        <dl className={styles.args} aria-label={t.args}>
          {args.map((argument) => (
            <div key={argument.name}>
              <dt>
                <code lang="en" translate="no">
                  {argument.name}
                </code>{' '}
                <TypeOf type={argument.type} />
                <Usual of={argument} />
              </dt>
              <dd>
                <Prose text={argument.about} within={owner.name} />
                <Deprecated reason={argument.deprecated} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Usual({ of: { default: usual } }: { of: Input }) {
  const t = useTexts(texts).reference
  return usual === undefined ? null : (
    <span className={styles.kind}>
      {t.usual} <code lang="en">{usual}</code>
    </span>
  )
}

function Deprecated({ reason }: { reason: string | undefined }) {
  const t = useTexts(texts).reference
  return reason === undefined ? null : (
    <p className={styles.prose}>
      <strong>{t.deprecated}</strong> <span lang="en">{reason}</span>
    </p>
  )
}

function Values({ values, within, chosen }: { values: readonly Value[]; within: string; chosen: string }) {
  const t = useTexts(texts).reference
  return (
    <section className={styles.part} aria-labelledby="contract-values">
      <h3 id="contract-values" className={styles.partTitle}>
        {t.values}
      </h3>
      {values.map(({ name, about, deprecated }) => (
        <section
          key={name}
          id={anchorOf(name)}
          className={styles.member}
          data-chosen={name === chosen}
          tabIndex={-1}
          aria-labelledby={`${anchorOf(name)}-name`}
        >
          <h4 id={`${anchorOf(name)}-name`} className={styles.name}>
            <TypeLink type={within} hash={name} look="quiet">
              <code>{name}</code>
            </TypeLink>
          </h4>
          <Prose text={about} within={within} />
          <Deprecated reason={deprecated} />
        </section>
      ))}
    </section>
  )
}

/** How many uses are shown at once. Hundreds of fields return a String. */
const mostUses = 24

function Uses({ title, uses }: { title: string; uses: readonly Use[] }) {
  const t = useTexts(texts).reference
  if (uses.length === 0) {
    return null
  }
  const rest = uses.slice(mostUses)
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.partTitle}>{title}</h3>
      <UseList uses={uses.slice(0, mostUses)} />
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>{t.allUses(rest.length)}</summary>
          <UseList uses={rest} />
        </details>
      )}
    </section>
  )
}

function UseList({ uses }: { uses: readonly Use[] }) {
  return (
    <ul className={styles.names}>
      {uses.map(({ owner, field, argument }) => (
        <li key={`${owner}.${field}.${argument}`}>
          <TypeLink type={owner} hash={field}>
            <code>{argument === undefined ? `${owner}.${field}` : `${owner}.${field}(${argument}:)`}</code>
          </TypeLink>
        </li>
      ))}
    </ul>
  )
}
