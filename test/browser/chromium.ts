import { existsSync } from 'node:fs'
import { env } from 'node:process'

const usual = ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const given = env['CHROMIUM_PATH']

/** Where Chromium may be: at `CHROMIUM_PATH` and nowhere else; without that, where systems put it. */
const places = given === undefined ? usual : [given]

export const whereWeLooked = given === undefined ? usual : [`CHROMIUM_PATH=${given}`]

export const chromiumPath = (): string | undefined => places.find((path) => existsSync(path))
