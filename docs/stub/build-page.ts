import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The payment page as one HTML document, its script within: any server can send it from any address. */
export const buildPaymentPage = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      rollupOptions: { input: fileURLToPath(new URL('page/main.ts', import.meta.url)) },
      modulePreload: false,
    },
  })
  const [bundle] = [built].flat()
  const script = bundle && 'output' in bundle ? bundle.output[0].code : ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Stub payment page</title>
<style>
  main { display: grid; gap: 8px; font: 16px system-ui; padding: 16px }
</style>
<body>
<main></main>
<script type="module">
${script.replaceAll('</script', '<\\/script')}
</script>
</body>
</html>
`
}
