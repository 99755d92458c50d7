import { signal } from '@preact/signals'

/** Whether the inspector's server is heard. `none`: this page was not served by one. */
export const connection = signal<'none' | 'connecting' | 'connected' | 'disconnected'>('none')
