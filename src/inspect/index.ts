export { allowCode, allowEvent, allowSnapshot, allowWire } from './allowlist.ts'
export { type ConnectedInspector, type ConnectOptions, connectInspector } from './connect.ts'
export type { Controlled } from './intervene.ts'
export { type SafelyOptions, safely } from './safely.ts'
export type { InspectorSocket, InspectorSocketConstructor } from './socket.ts'
export type {
  SafeChildSnapshot,
  SafeContext,
  SafeDiagnosticList,
  SafeEvent,
  SafeOutcome,
  SafeResult,
  SafeSnapshot,
  WireEvent,
} from './types.ts'
export { toWire } from './wire.ts'
export {
  createXState4DevTools,
  type XState4Bridge,
  type XState4DevTools,
  type XState4Service,
  type XState4State,
} from './xstate-4.ts'
