import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Dialog } from './Dialog.tsx'

// The browser of these tests knows nothing of the attribute closedby, like some that people use.

afterEach(cleanup)

function show(kept: boolean) {
  const close = vi.fn()
  render(
    <Dialog kept={kept} atOnce label="Words" close={close}>
      <p>Inside</p>
    </Dialog>,
  )
  const dialog = screen.getByLabelText<HTMLDialogElement>('Words')
  dialog.getBoundingClientRect = () => ({ left: 100, right: 200, top: 100, bottom: 200 }) as DOMRect
  return { dialog, close }
}

function clickBeside(dialog: HTMLDialogElement) {
  fireEvent.pointerDown(dialog, { clientX: 10, clientY: 10 })
  fireEvent.click(dialog, { clientX: 10, clientY: 10 })
}

test('a dialog that stays is not closed by Esc, a click beside it, or anything else', () => {
  const { dialog, close } = show(true)
  expect(fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(false)
  clickBeside(dialog)
  expect(dialog.open).toBe(true)
  dialog.close()
  expect(dialog.open).toBe(true)
  expect(close).not.toHaveBeenCalled()
})

test('another dialog is closed by a click beside it, and not by one inside', () => {
  const { dialog, close } = show(false)
  expect(fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(true)
  fireEvent.click(screen.getByText('Inside'), { clientX: 0, clientY: 0 })
  fireEvent.click(dialog, { clientX: 150, clientY: 150 })
  expect(dialog.open).toBe(true)
  fireEvent.pointerDown(dialog, { clientX: 150, clientY: 150 })
  fireEvent.click(dialog, { clientX: 10, clientY: 10 }) // a selection that ends beside it
  expect(dialog.open).toBe(true)
  clickBeside(dialog)
  expect(dialog.open).toBe(false)
  expect(close).toHaveBeenCalledOnce()
})
