declare module 'virtual:statechart' {
  const chart: import('../../chart/types.ts').Chart
  export default chart
}
