import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { texts } from './texts.ts'

/** A button that copies a text, and says so for a moment. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTexts(texts)
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const Icon = copied ? Check : Copy
  return (
    <Button aria-label={copied ? t.copied : label} onClick={() => void copy()}>
      <Icon size={14} aria-hidden="true" />
      {copied ? t.copied : t.copy}
    </Button>
  )
}
