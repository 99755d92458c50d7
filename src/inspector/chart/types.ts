/** The statechart, laid out. Lengths are in CSS pixels at zoom 1, from the chart's top left corner. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly states: readonly ChartState[]
  readonly edges: readonly ChartEdge[]
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ChartState extends Box {
  /** Its path in the machine: `live.flight.challenge`. */
  readonly path: string
  readonly name: string
  /** The path of the state that it is drawn in. */
  readonly parent: string | null
  readonly kind: 'compound' | 'atomic' | 'final'
}

/** All the transitions from one state to another, drawn as one. */
export interface ChartEdge {
  /** `source>target`, by paths. */
  readonly id: string
  readonly source: string
  readonly target: string
  /** The event types that take it, in the machine's order. */
  readonly events: readonly string[]
  readonly points: readonly Point[]
  readonly label: (Box & { readonly lines: readonly string[] }) | null
}
