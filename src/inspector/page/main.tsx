import { render } from 'preact'
import { App } from './App.tsx'
import { takeDroppedFiles } from './drop.ts'
import { keepFocus } from './focus.ts'
import { keepPreferences } from './preferences.ts'
import { layLiveCheckouts } from './sources/apps.ts'
import { fetchConfig, layTraces } from './sources/server.ts'
import { listenToServer } from './sources/socket.ts'
import { listenToWindow } from './sources/window.ts'
import './styles/tokens.css'
import './styles/basics.css'
import './styles/controls.css'
import './styles/layout.css'
import './styles/checkouts.css'
import './styles/timeline.css'
import './styles/moment.css'
import './styles/send.css'
import './styles/sources.css'
import './styles/narrow.css'
import './styles/touch.css'

keepPreferences()
const root = document.getElementById('app')
if (root) render(<App />, root)
takeDroppedFiles()
keepFocus()
layLiveCheckouts()

// Opened without the inspector's server, it still shows what is dropped on it.
const config = await fetchConfig()
if (config) {
  listenToWindow(config)
  listenToServer()
  void layTraces()
}
