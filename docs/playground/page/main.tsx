import { render } from 'preact'
import { App } from './App.tsx'
import { findInspector } from './inspector.ts'
import { begin } from './playground.ts'
import { keepInAddress, returning } from './settings.ts'

keepInAddress()
const place = document.querySelector('#app')
if (place) render(<App />, place)
// Without an inspector it plays all the same.
await findInspector().catch(() => {})
begin(returning)
