import type { Lang } from '../../../catalogue/types.ts'
import type { View } from './view.ts'
import { sayOf } from './wording.ts'

const Glyph = ({ path }: { readonly path: string }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)

export const ChartTools = ({ view, language }: { readonly view: View; readonly language: Lang }) => {
  const tools = [
    ['zoomIn', 'M8 3v10M3 8h10', () => view.zoomBy(1.4)],
    ['zoomOut', 'M3 8h10', () => view.zoomBy(1 / 1.4)],
    ['fit', 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10', () => view.fit()],
  ] as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div class="chart-tools" role="group" aria-label={sayOf('view', language)}>
      {tools.map(([name, path, act]) => (
        <button key={name} type="button" aria-label={sayOf(name, language)} title={sayOf(name, language)} onClick={act}>
          <Glyph path={path} />
        </button>
      ))}
    </div>
  )
}
