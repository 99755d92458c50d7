import css from './chart.css?raw'
import { type Picture, standaloneSvg } from './standalone-svg.tsx'

/** The chart as an SVG file that needs nothing of this page. */
export const exportSvg = (picture: Omit<Picture, 'css'>): string => standaloneSvg({ ...picture, css })
