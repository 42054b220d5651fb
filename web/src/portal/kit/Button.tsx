import type { ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'

/** A button that says verb and object. One button of a page is the main one. */
export function Button({ main = false, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { main?: boolean }) {
  return <button type="button" {...rest} className={styles.button} data-main={main} />
}

/** The look of a button, for a link that does what a button would. */
export const buttonLook = styles.button
