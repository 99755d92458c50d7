import { signal } from '@preact/signals'
import { isOpening } from './panels.ts'
import { openFiles, openText } from './sources/files.ts'

/** A file is being dragged over the page. */
export const isDragging = signal(false)

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Takes what is dropped anywhere on the page, or pasted where nobody writes. */
export const takeDroppedFiles = (): void => {
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    isDragging.value = true
  })
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) isDragging.value = false
  })
  addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    isDragging.value = false
    isOpening.value = false
    openFiles(event.dataTransfer?.files ?? [])
  })
  addEventListener('paste', ({ target, clipboardData }) => {
    if (target instanceof Element && target.closest('input, textarea')) return
    const files = clipboardData?.files
    if (files && files.length > 0) openFiles(files)
    else openText(clipboardData?.getData('text/plain') ?? '')
  })
}
