import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import styles from './Identifier.module.css'

/** An id or a number in a monospace face, with a button that copies it. */
export function Identifier({ value }: { value: string }) {
  const { texts } = useLanguage()
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <span className={styles.identifier}>
      <code>{value}</code>
      <button
        type="button"
        className={styles.copy}
        onClick={copy}
        aria-label={`${copied ? texts.id.copied : texts.id.copy}: ${value}`}
        title={copied ? texts.id.copied : texts.id.copy}
      >
        {copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      </button>
    </span>
  )
}
